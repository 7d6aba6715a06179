package io.tapedeck.function;

import io.quarkus.funqy.Funq;

/** Proves that the build works until the first real function is there. */
public class Ping {
    @Funq
    public String health(String name) {
        return "pong";
    }
}
