package com.sothebais.stream.picture;

import com.github.weisj.jsvg.renderer.output.Output;
import com.sothebais.stream.film.Work;
import java.awt.Paint;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What the library draws to, which ends the drawing when its time is over: threads cannot be stopped, shapes can be counted out. */
final class TimedOutput implements InvocationHandler {
    private final Output inner;
    private final long endNanos;
    private final int millis;

    private TimedOutput(Output inner, long endNanos, int millis) {
        this.inner = inner;
        this.endNanos = endNanos;
        this.millis = millis;
    }

    static Output of(Output inner, int millis) {
        return proxy(new TimedOutput(inner, Work.nanos() + TimeUnit.MILLISECONDS.toNanos(millis), millis));
    }

    private static Output proxy(TimedOutput output) {
        return (Output)
                Proxy.newProxyInstance(TimedOutput.class.getClassLoader(), new Class<?>[] {Output.class}, output);
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (Work.nanos() - endNanos > 0) {
            throw new SvgRefused("drawing it takes longer than " + millis + " ms; simplify it or use a PNG");
        }
        try {
            if (method.getName().equals("setPaint") && arguments[0] instanceof Supplier<?> paint) {
                inner.setPaint(() -> Seamless.of((Paint) paint.get(), inner.transform()));
                return null;
            }
            Object answer = method.invoke(inner, arguments);
            return answer instanceof Output child ? proxy(new TimedOutput(child, endNanos, millis)) : answer;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
