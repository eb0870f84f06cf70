using Merit.Diagnostics;
using Merit.Host.Attribution.Learning;
using Merit.Plugins.Attribution;

namespace Merit.Host.Attribution.Totals;

/// <summary>The credit of some models, in total by what earns it.</summary>
/// <param name="Rows">Model by model; within one the most credit first, what is not attributed last.</param>
internal sealed record AttributedTotals(IReadOnlyList<AttributedTotal> Rows)
{
    /// <summary>What conversions without touches are credited to.</summary>
    public const string Unattributed = "(unattributed)";

    /// <summary>What the models said.</summary>
    public IReadOnlyList<Diagnostic> Findings { get; init; } = [];

    /// <summary>How far models that learned can be trusted.</summary>
    public IReadOnlyList<(string Model, Quality Quality)> Quality { get; init; } = [];
}

/// <summary>What one model gives to one channel or campaign.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Unit">The channel or campaign.</param>
/// <param name="Conversions">How many conversions.</param>
/// <param name="Value">Their value.</param>
internal sealed record AttributedTotal(string Model, string Unit, double Conversions, double Value)
{
    /// <summary>Where the conversions lie in 95 cases of 100; null where that was not asked, or cannot be told.</summary>
    public Interval? ConversionsInterval { get; init; }

    /// <summary>The same for the value.</summary>
    public Interval? ValueInterval { get; init; }

    /// <summary>Its conversions by place in the journey, the first touch first; empty where the model does not tell places apart.</summary>
    public IReadOnlyList<double> Places { get; init; } = [];

    /// <summary>The totals of one model in the order they are shown in.</summary>
    public static IEnumerable<AttributedTotal> InOrder(IEnumerable<AttributedTotal> totals) =>
        totals.OrderBy(t => t.Unit is AttributedTotals.Unattributed).ThenByDescending(t => t.Conversions).ThenBy(t => t.Unit, StringComparer.Ordinal);

    /// <summary>The totals of a model that learned.</summary>
    public static IEnumerable<AttributedTotal> Of(string model, LearnedCredit learned) => learned.Credits.Select(c => new AttributedTotal(model, learned.Channels[c.Channel], c.Conversions, c.Value)
    {
        ConversionsInterval = learned.Intervals?[c.Channel].Conversions,
        ValueInterval = learned.Intervals?[c.Channel].Value,
        Places = c.Places,
    });
}
