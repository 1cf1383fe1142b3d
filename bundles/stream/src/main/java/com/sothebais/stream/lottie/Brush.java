package com.sothebais.stream.lottie;

import com.sothebais.stream.lottie.Item.Box;
import com.sothebais.stream.lottie.Item.Fill;
import com.sothebais.stream.lottie.Item.Group;
import com.sothebais.stream.lottie.Item.Outline;
import com.sothebais.stream.lottie.Item.Oval;
import com.sothebais.stream.lottie.Item.Stroke;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.GeneralPath;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Paints the shapes of one layer at one frame. A fill or stroke takes all lines above it in its group and in groups among those, as
 * one shape, so that a line within another makes a hole.
 */
final class Brush {
    private final double frame;
    private final List<Ink> inks = new ArrayList<>();

    /** A fill or stroke, where it is and the lines it has taken. */
    private record Ink(Item style, AffineTransform at, double alpha, GeneralPath lines) {}

    private Brush(double frame) {
        this.frame = frame;
    }

    static void paint(Layer layer, double frame, Graphics2D pen) {
        if (frame < layer.first() || frame >= layer.last()) {
            return;
        }
        AffineTransform at = new AffineTransform();
        layer.follows().forEach(parent -> at.concatenate(parent.at(frame)));
        at.concatenate(layer.placing().at(frame));
        Brush brush = new Brush(frame);
        brush.collect(layer.items(), at, layer.placing().alpha(frame), List.of());
        brush.inks.forEach(ink -> brush.paint(ink, pen));
    }

    /** From below: what stands last in a list is painted first. */
    private void collect(List<Item> items, AffineTransform at, double alpha, List<Ink> below) {
        List<Ink> taking = new ArrayList<>(below);
        for (int i = items.size() - 1; i >= 0; i--) {
            Item item = items.get(i);
            if (item instanceof Fill || item instanceof Stroke) {
                Ink ink = new Ink(item, at, alpha, new GeneralPath());
                taking.add(ink);
                inks.add(ink);
            } else if (item instanceof Group group) {
                AffineTransform inside = new AffineTransform(at);
                inside.concatenate(group.placing().at(frame));
                collect(group.items(), inside, alpha * group.placing().alpha(frame), taking);
            } else {
                Shape line = line(item);
                taking.forEach(ink -> take(ink, line, at));
            }
        }
    }

    private static void take(Ink ink, Shape line, AffineTransform at) {
        try {
            AffineTransform toInk = ink.at.createInverse();
            toInk.concatenate(at);
            ink.lines.append(toInk.createTransformedShape(line), false);
        } catch (NoninvertibleTransformException e) {
            // Scaled to nothing: there is nothing to see of it.
            return;
        }
    }

    private Shape line(Item item) {
        if (item instanceof Outline outline) {
            return outline.curve().at(frame).path();
        }
        if (item instanceof Oval oval) {
            Values middle = oval.position().at(frame);
            Values size = oval.size().at(frame);
            return new Ellipse2D.Double(
                    middle.get(0) - size.get(0) / 2, middle.get(1) - size.get(1) / 2, size.get(0), size.get(1));
        }
        Box box = (Box) item;
        Values middle = box.position().at(frame);
        Values size = box.size().at(frame);
        double round = 2 * box.round().at(frame).get(0);
        return new RoundRectangle2D.Double(
                middle.get(0) - size.get(0) / 2,
                middle.get(1) - size.get(1) / 2,
                size.get(0),
                size.get(1),
                round,
                round);
    }

    private void paint(Ink ink, Graphics2D pen) {
        Graphics2D own = (Graphics2D) pen.create();
        own.transform(ink.at);
        if (ink.style instanceof Fill fill) {
            ink.lines.setWindingRule(fill.evenOdd() ? GeneralPath.WIND_EVEN_ODD : GeneralPath.WIND_NON_ZERO);
            own.setColor(color(fill.color(), fill.opacity(), ink.alpha));
            own.fill(ink.lines);
        } else if (ink.style instanceof Stroke stroke) {
            double width = stroke.width().at(frame).get(0);
            if (width > 0) {
                own.setColor(color(stroke.color(), stroke.opacity(), ink.alpha));
                own.setStroke(new BasicStroke(
                        (float) width, stroke.cap(), stroke.join(), (float) Math.max(1, stroke.miterLimit())));
                own.draw(ink.lines);
            }
        }
        own.dispose();
    }

    private Color color(Track<Values> color, Track<Values> opacity, double alpha) {
        Values now = color.at(frame);
        double opaque = alpha * opacity.at(frame).get(0) / 100;
        return new Color(part(now.get(0)), part(now.get(1)), part(now.get(2)), part(opaque));
    }

    private static float part(double value) {
        return (float) Math.max(0, Math.min(1, value));
    }
}
