using Merit.Host.Reports.Verdicts;
using Merit.Host.Scoring;
using Merit.Metrics.Results;

namespace Merit.Host.Reports.Blocks;

/// <summary>A piece of a report between its prose, with all its numbers in place; the writers only choose how it looks.</summary>
internal abstract record Block;

/// <summary>A sentence where there is nothing to show, and why.</summary>
internal sealed record NoteBlock(string Text) : Block;

/// <summary>A sentence that is itself the finding.</summary>
internal sealed record FindingBlock(string Text) : Block;

/// <summary>Key figures beside each other.</summary>
internal sealed record KpiBlock(IReadOnlyList<Kpi> Cards, IReadOnlyList<string> Notes) : Block;

/// <summary>One key figure.</summary>
/// <param name="Metric">What it is.</param>
/// <param name="Figure">Its value, compared with the time before.</param>
/// <param name="Goal">The figure beside its goal, or null where none is set.</param>
/// <param name="Before">The days it is compared with; empty for none.</param>
internal sealed record Kpi(MetricColumn Metric, Figure Figure, Figure? Goal, string Before)
{
    /// <summary>Where the figure is that of all days, so that nothing was before them: how it moved in the last full month; else null.</summary>
    public KpiMonth? Latest { get; init; }
}

/// <summary>A key figure's last full month.</summary>
/// <param name="Month">Which month.</param>
/// <param name="Figure">The figure then.</param>
/// <param name="Before">The days it is compared with.</param>
internal sealed record KpiMonth(string Month, Figure Figure, string Before);

/// <summary>A table.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Grid">Its cells.</param>
/// <param name="Notes">Sentences below it.</param>
internal sealed record TableBlock(string Title, Grid Grid, IReadOnlyList<string> Notes) : Block;

/// <summary>A line or bar chart, with the same numbers as a table.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Chart">What is drawn.</param>
/// <param name="Numbers">The table a reader may open instead.</param>
/// <param name="Notes">Sentences below it.</param>
internal sealed record ChartBlock(string Title, Charts.Chart Chart, Grid Numbers, IReadOnlyList<string> Notes) : Block
{
    /// <summary>What stands out in it, a sentence; empty where nothing does.</summary>
    public string Finding { get; init; } = "";
}

/// <summary>The stages of a funnel.</summary>
internal sealed record FunnelBlock(string Title, IReadOnlyList<FunnelStage> Stages, IReadOnlyList<string> Notes) : Block;

/// <summary>A stage.</summary>
/// <param name="Metric">What is counted.</param>
/// <param name="Figure">How many.</param>
/// <param name="Width">The length of its bar, 0 to 1.</param>
/// <param name="RateMetric">The step from the stage before, or null.</param>
/// <param name="Rate">Its share.</param>
internal sealed record FunnelStage(MetricColumn Metric, Figure Figure, double Width, MetricColumn? RateMetric, Figure? Rate);

/// <summary>The scores of one type's campaigns, best first.</summary>
internal sealed record ScorecardBlock(string Type, string Scorecard, int Version, IReadOnlyList<CampaignScore> Scores) : Block;

/// <summary>What to do about each campaign or channel.</summary>
/// <param name="Headline">The whole in one or two sentences.</param>
/// <param name="ByCampaign">Whether it judges campaigns, which have a type and a beginning.</param>
/// <param name="Verdicts">One each, most urgent first.</param>
/// <param name="Notes">Sentences below.</param>
internal sealed record VerdictBlock(string Headline, bool ByCampaign, IReadOnlyList<Verdict> Verdicts, IReadOnlyList<string> Notes) : Block;

/// <summary>Budgets and how much of them and of the time is used; the metrics are those of cost, budget and the share used.</summary>
internal sealed record BudgetBlock(IReadOnlyList<MetricColumn> Metrics, IReadOnlyList<BudgetLine> Lines, IReadOnlyList<string> Notes) : Block;

/// <summary>One campaign's budget.</summary>
/// <param name="Name">The campaign.</param>
/// <param name="Cost">Spent to date.</param>
/// <param name="Budget">The budget.</param>
/// <param name="Used">The share spent.</param>
/// <param name="Elapsed">The share of its days that are over, or null where its days are not known.</param>
internal sealed record BudgetLine(string Name, Figure Cost, Figure Budget, Figure Used, double? Elapsed);

/// <summary>What the numbers rest on: names and what stands behind them, and the rows that did not get in.</summary>
internal sealed record BasisBlock(IReadOnlyList<BasisEntry> Entries, Grid? Loads, Grid? Rejects) : Block;

/// <summary>One line of the basis.</summary>
internal sealed record BasisEntry(string Name, string Text);
