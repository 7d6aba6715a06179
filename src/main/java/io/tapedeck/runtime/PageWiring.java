package io.tapedeck.runtime;

import io.tapedeck.page.Assets;
import io.tapedeck.page.SharePage;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes what people see in a browser. */
@Singleton
class PageWiring {
    @Produces
    @Singleton
    SharePage sharePage() {
        return new SharePage();
    }

    @Produces
    @Singleton
    Assets assets() {
        return new Assets();
    }
}
