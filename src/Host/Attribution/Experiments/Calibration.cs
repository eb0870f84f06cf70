namespace Merit.Host.Attribution.Experiments;

/// <summary>By how much touches of what was tested count more or less than a model has them.</summary>
/// <param name="What">What was tested.</param>
/// <param name="Factor">What the model's shares of such touches are multiplied by, before each conversion's shares are made one again.</param>
internal sealed record Correction(Tested What, double Factor);

/// <summary>A model as experiments correct it.</summary>
/// <param name="Name">The corrected model's name.</param>
/// <param name="Of">The model's.</param>
/// <param name="Corrections">What is corrected.</param>
internal sealed record CalibratedColumn(string Name, string Of, IReadOnlyList<Correction> Corrections);

/// <summary>All that experiments say of one channel or campaign beside what a model gives to it.</summary>
/// <param name="What">What was tested.</param>
/// <param name="Experiments">The experiments that have an interval, at least one.</param>
/// <param name="Modelled">What the model gives on the days of each.</param>
internal sealed record Evidence(Tested What, IReadOnlyList<Experiment> Experiments, IReadOnlyList<double> Modelled)
{
    /// <summary>
    /// Measured ÷ modelled: of several experiments the mean of their ratios, each weighed by the inverse of its variance, which is the slope of the line through the
    /// origin that fits measured to modelled. Null where the model gives nothing on any of the days.
    /// </summary>
    public double? Ratio
    {
        get
        {
            var fits = Experiments.Zip(Modelled, (e, m) => (Weight: 1 / ((e.Error ?? 1) * (e.Error ?? 1)), e.Measured, Modelled: m)).ToList();
            var size = fits.Sum(f => f.Weight * f.Modelled * f.Modelled);
            return size > 0 ? fits.Sum(f => f.Weight * f.Modelled * f.Measured) / size : null;
        }
    }

    /// <summary>The conversions it should have on the days of its experiments. Nothing is credited with less than none.</summary>
    public double Wanted => Math.Max(0, (Ratio ?? 0) * Modelled.Sum());
}
