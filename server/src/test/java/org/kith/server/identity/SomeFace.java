package org.kith.server.identity;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Arrays;

/// Faces of nobody: drawn, and yet enough of a face for OpenCV.
final class SomeFace {
    private static final Color SKIN = new Color(224, 184, 158);
    private static final int WIDTH = 800;
    private static final int HEIGHT = 1000;

    private SomeFace() {}

    static BufferedImage withOpenEyes() {
        return drawn(graphics -> face(graphics, 400, 450, 1.9, true));
    }

    static BufferedImage withClosedEyes() {
        return drawn(graphics -> face(graphics, 400, 450, 1.9, false));
    }

    static BufferedImage two() {
        return drawn(graphics -> {
            face(graphics, 220, 450, 1.1, true);
            face(graphics, 590, 450, 1.1, true);
        });
    }

    static BufferedImage farAway() {
        return drawn(graphics -> face(graphics, 400, 450, 0.8, true));
    }

    static BufferedImage nobody() {
        return drawn(_ -> {});
    }

    private interface Drawing {
        void on(Graphics2D graphics);
    }

    private static BufferedImage drawn(Drawing drawing) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(new Color(215, 220, 225));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        drawing.on(graphics);
        graphics.dispose();
        var weights = new float[49];
        Arrays.fill(weights, 1f / weights.length);
        return new ConvolveOp(new Kernel(7, 7, weights), ConvolveOp.EDGE_NO_OP, null).filter(image, null);
    }

    private static void face(Graphics2D graphics, int x, int y, double size, boolean eyesOpen) {
        var before = graphics.getTransform();
        graphics.translate(x, y);
        graphics.scale(size, size);
        head(graphics);
        for (var side : new int[] {-45, 45}) eye(graphics, side, eyesOpen);
        noseAndMouth(graphics);
        graphics.setTransform(before);
    }

    private static void head(Graphics2D graphics) {
        graphics.setColor(new Color(70, 80, 110));
        graphics.fill(new RoundRectangle2D.Double(-150, 150, 300, 300, 120, 120));
        graphics.setColor(new Color(190, 150, 125));
        graphics.fill(new Rectangle2D.Double(-40, 90, 80, 90));
        graphics.setColor(new Color(60, 45, 35));
        graphics.fill(new Ellipse2D.Double(-112, -165, 224, 260));
        graphics.setColor(SKIN);
        graphics.fill(new Ellipse2D.Double(-95, -125, 190, 260));
        graphics.setPaint(new GradientPaint(0, -60, new Color(150, 110, 90), 0, -15, SKIN));
        for (var side : new int[] {-45, 45}) graphics.fill(new Ellipse2D.Double(side - 34, -52, 68, 46));
    }

    private static void eye(Graphics2D graphics, int side, boolean open) {
        graphics.setColor(new Color(70, 45, 35));
        graphics.fill(new RoundRectangle2D.Double(side - 30, -62, 60, 11, 8, 8));
        if (open) {
            graphics.setColor(Color.WHITE);
            graphics.fill(new Ellipse2D.Double(side - 22, -38, 44, 22));
            graphics.setColor(new Color(50, 35, 30));
            graphics.fill(new Ellipse2D.Double(side - 11, -38, 22, 22));
            return;
        }
        graphics.setColor(new Color(120, 80, 65));
        graphics.setStroke(new BasicStroke(4));
        graphics.draw(new Arc2D.Double(side - 22, -42, 44, 22, 200, 140, Arc2D.OPEN));
    }

    private static void noseAndMouth(Graphics2D graphics) {
        graphics.setPaint(new GradientPaint(-8, 0, new Color(236, 198, 172), 14, 0, new Color(200, 155, 130)));
        graphics.fill(new Polygon(new int[] {-6, 6, 18, -18}, new int[] {-25, -25, 35, 35}, 4));
        graphics.setColor(new Color(130, 85, 72));
        graphics.fill(new Ellipse2D.Double(-16, 30, 11, 8));
        graphics.fill(new Ellipse2D.Double(5, 30, 11, 8));
        graphics.setColor(new Color(165, 80, 78));
        graphics.fill(new Ellipse2D.Double(-36, 62, 72, 22));
        graphics.setColor(new Color(110, 50, 50));
        graphics.fill(new Rectangle2D.Double(-34, 71, 68, 4));
        graphics.setColor(new Color(205, 160, 138));
        graphics.fill(new Arc2D.Double(-40, 88, 80, 30, 180, 180, Arc2D.OPEN));
    }
}
