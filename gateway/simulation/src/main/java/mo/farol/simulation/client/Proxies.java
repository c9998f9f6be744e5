package mo.farol.simulation.client;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Stands in for the client library's wide interfaces; what the store does not call is not answered. */
final class Proxies {
    /** What a call does; it is asked by the method's name. */
    interface Calls {
        @Nullable
        Object call(Object self, String method, @Nullable Object[] arguments);
    }

    private static final @Nullable Object[] NONE = {};

    private Proxies() {}

    static <T> T of(Class<T> type, Calls calls) {
        InvocationHandler handler = (self, method, arguments) -> answer(self, method, arguments, calls);
        return type.cast(Proxy.newProxyInstance(Proxies.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object answer(
            Object self, Method method, @Nullable Object @Nullable [] arguments, Calls calls) {
        return switch (method.getName()) {
            case "hashCode" -> System.identityHashCode(self);
            case "equals" -> arguments != null && self == arguments[0];
            case "toString" -> "simulated " + method.getDeclaringClass().getSimpleName();
            default -> calls.call(self, method.getName(), arguments == null ? NONE : arguments);
        };
    }

    static UnsupportedOperationException unknown(String method) {
        return new UnsupportedOperationException("the simulation has no " + method);
    }
}
