package io.tapedeck.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import com.oracle.svm.core.annotate.Alias;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import io.quarkus.arc.Arc;
import io.quarkus.funqy.runtime.FunqyServerResponse;
import java.net.InetAddress;
import java.time.Duration;
import javax.xml.parsers.SAXParser;
import software.amazon.awssdk.regions.ServiceMetadata;

/**
 * Parts of the JDK and the SDK that no function gets to, and that a native image would be larger by; and what Quarkus does
 * not tell.
 */
final class NativeSubstitutions {
    private NativeSubstitutions() {}

    /**
     * What S3 answers is read as a stream of tags. For that the JDK can look entities up in catalogs, which it reads with a
     * SAX parser, and so with XML Schema, XInclude and XPath. There are no catalogs here.
     */
    @TargetClass(className = "com.sun.org.apache.xerces.internal.jaxp.SAXParserFactoryImpl")
    static final class NoSaxParser {
        @Substitute
        SAXParser newSAXParser() {
            throw new UnsupportedOperationException("XML is read as a stream");
        }

        @Substitute
        void setFeature(String name, boolean value) {
            throw new UnsupportedOperationException("XML is read as a stream");
        }
    }

    /**
     * Where each of the three hundred services of AWS is in each region. Those that are used find their addresses by rules of
     * their own; the SDK only wants a first guess, which without these tables is the service's name and the region.
     */
    @TargetClass(className = "software.amazon.awssdk.regions.GeneratedServiceMetadataProvider")
    static final class NoServiceTables {
        @Substitute
        public ServiceMetadata serviceMetadata(String endpointPrefix) {
            return null;
        }
    }

    /**
     * The log manager puts the host's name into every record, and looks it up for the first. No line shows it, and the lookup,
     * for which Lambda's hosts may ask a name server in vain, would be part of the first answer's time.
     */
    @TargetClass(className = "io.smallrye.common.net.HostName")
    static final class NoHostName {
        @Substitute
        static InetAddress getLocalHost() {
            return InetAddress.getLoopbackAddress();
        }
    }

    /**
     * Quarkus learns from Lambda when each invocation has to be over, and keeps that from the function. Of the events that it
     * could take apart before, none is.
     */
    @TargetClass(className = "io.quarkus.funqy.lambda.FunqyLambdaBindingRecorder")
    static final class KnownDeadline {
        @Alias
        private static native FunqyServerResponse dispatch(Object input);

        @Substitute
        private static FunqyServerResponse dispatch(Object input, Context context) {
            var deadline = Arc.container().instance(InvocationDeadline.class).get();
            deadline.begin(Duration.ofMillis(context.getRemainingTimeInMillis()));
            try {
                return dispatch(input);
            } finally {
                deadline.end();
            }
        }
    }
}
