package com.sothebais.stream.smil;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.renderer.NullPlatformSupport;
import com.github.weisj.jsvg.renderer.output.Output;
import com.github.weisj.jsvg.view.ViewBox;
import com.sothebais.stream.markup.Numbers;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.PathIterator;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The points of a path that something moves along. */
final class MotionPath {
    private static final int POINTS_MAX = 5_000;
    private static final double FLATNESS = 0.1;

    /** Halvings of one curve at most. */
    private static final int HALVINGS_MAX = 7;

    private MotionPath() {}

    /** Points along it, so close that the lines between them are the path; none when it is no path. */
    static List<Numbers> points(String path) {
        if (!path.matches("[\\s\\d.,eE+MmLlHhVvCcSsQqTtAaZz-]*")) {
            return List.of();
        }
        byte[] svg = ("<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'><path d='" + path + "'/></svg>")
                .getBytes(StandardCharsets.US_ASCII);
        LoaderContext context = LoaderContext.builder()
                .externalResourcePolicy(ResourcePolicy.DENY_ALL)
                .build();
        SVGDocument document = new SVGLoader().load(new ByteArrayInputStream(svg), null, context);
        if (document == null) {
            return List.of();
        }
        List<Numbers> points = new ArrayList<>();
        // The library reads paths but gives them only to what it draws on.
        Graphics2D pen = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();
        Output paper = (Output) Proxy.newProxyInstance(
                MotionPath.class.getClassLoader(),
                new Class<?>[] {Output.class},
                catching(Output.createForGraphics(pen), points));
        document.renderWithPlatform(NullPlatformSupport.INSTANCE, paper, new ViewBox(0, 0, 1, 1));
        pen.dispose();
        return points;
    }

    private static InvocationHandler catching(Output inner, List<Numbers> points) {
        return (proxy, method, arguments) -> {
            if (method.getName().equals("fillShape")) {
                points.addAll(points(((Shape) arguments[0]).getPathIterator(null)));
                return null;
            }
            Object answer = method.invoke(inner, arguments);
            return answer instanceof Output child
                    ? Proxy.newProxyInstance(
                            MotionPath.class.getClassLoader(), new Class<?>[] {Output.class}, catching(child, points))
                    : answer;
        };
    }

    private static List<Numbers> points(PathIterator path) {
        List<Numbers> points = new ArrayList<>();
        double[] at = new double[6];
        double beginX = 0;
        double beginY = 0;
        for (PathIterator lines = new FlatteningPathIterator(path, FLATNESS, HALVINGS_MAX);
                !lines.isDone() && points.size() < POINTS_MAX;
                lines.next()) {
            int kind = lines.currentSegment(at);
            if (kind == PathIterator.SEG_MOVETO) {
                beginX = at[0];
                beginY = at[1];
            }
            points.add(kind == PathIterator.SEG_CLOSE ? Numbers.of(beginX, beginY) : Numbers.of(at[0], at[1]));
        }
        return points;
    }
}
