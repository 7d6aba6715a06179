package io.tapedeck.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LambdaTest {
    private static final String TRACE_HEADER = "com.amazonaws.xray.traceHeader";

    private final Lambda lambda = new Lambda(Optional.of("tapedeck-work"));

    @AfterEach
    void erase() {
        System.clearProperty(TRACE_HEADER);
        MDC.remove(Lambda.REQUEST_ID);
    }

    @Test
    void theTraceIsTheRootOfTheHeader() {
        System.setProperty(TRACE_HEADER, "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=1");
        assertThat(lambda.traceId()).contains("1-5bef4de7-ad49b0e87f6ef6c87fc2e700");

        System.setProperty(TRACE_HEADER, "Self=1-2;Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700");
        assertThat(lambda.traceId()).contains("1-5bef4de7-ad49b0e87f6ef6c87fc2e700");
    }

    @Test
    void theRequestIsTheOneUnderWay() {
        MDC.put(Lambda.REQUEST_ID, "6bc28136");

        assertThat(lambda.requestId()).contains("6bc28136");
    }

    @Test
    void onOneMachineThereIsNeither() {
        assertThat(lambda.requestId()).isEmpty();
        assertThat(lambda.traceId()).isEmpty();
    }
}
