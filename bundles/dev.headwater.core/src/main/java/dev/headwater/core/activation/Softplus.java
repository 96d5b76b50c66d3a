package dev.headwater.core.activation;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;

/** The smooth rectifier f(z) = log(1 + e^(β z)) / β (Dugas 2001), f'(z) = σ(β z). */
@Named(about = "f(z) = log(1 + e^(beta z)) / beta: a smooth ReLU")
public record Softplus(
        @Setting(about = "How sharp the bend is.", byDefault = "1", min = 1e-3, max = 1e3) double beta)
        implements Activation {
    @Override
    public double value(double z) {
        double t = beta * z;
        return (Math.max(0, t) + Math.log1p(Math.exp(-Math.abs(t)))) / beta;
    }

    @Override
    public double slope(double z) {
        double t = beta * z;
        double e = Math.exp(-Math.abs(t));
        return (t > 0 ? 1 : e) / (1 + e);
    }

    @Override
    public double steepest() {
        return 1;
    }

    @Override
    public void value(float[] z, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            double t = beta * z[i];
            double u = Transcendental.exp(-Math.abs(t));
            a[i] = (float) ((Math.max(0, t) + Transcendental.logOnePlus(u)) / beta);
        }
    }

    @Override
    public void valueAndSlope(float[] z, float[] a, float[] d, int n) {
        for (int i = 0; i < n; i++) {
            double t = beta * z[i];
            double u = Transcendental.exp(-Math.abs(t));
            double positive = Transcendental.step(t);
            a[i] = (float) ((Math.max(0, t) + Transcendental.logOnePlus(u)) / beta);
            d[i] = (float) ((positive + (1 - positive) * u) / (1 + u));
        }
    }
}
