using Merit.Plugins.Attribution;

namespace Merit.Attribution.Learning;

/// <summary>All journeys together.</summary>
internal sealed record Totals(double Conversions, double Value, double Nulls)
{
    public double Journeys => Conversions + Nulls;

    /// <summary>Adds up counts of whole journeys.</summary>
    /// <exception cref="LearningException">Nothing converts.</exception>
    public static Totals Of(IEnumerable<Group> journeys)
    {
        var totals = journeys.Aggregate(new Totals(0, 0, 0), (sum, g) => new Totals(sum.Conversions + g.Conversions, sum.Value + g.Value, sum.Nulls + g.Nulls));
        return totals.Conversions > 0 ? totals : throw new LearningException(
            "None of the journeys converts, so there is nothing to share out.",
            "Check the conversions of the period and the column that counts them; journeys without touches take no part.");
    }

    /// <summary>Fails where a model compares journeys with and without conversion and there are none without.</summary>
    /// <exception cref="LearningException">All journeys convert.</exception>
    public void RequireNulls()
    {
        if (!(Nulls > 0))
        {
            throw new LearningException(
                "All journeys convert, and this model learns from how those with conversion differ from those without.",
                "Load touchpoints of contacts that did not convert, or name the column that counts such journeys; or use a model that does without them, such as shapley.");
        }
    }
}
