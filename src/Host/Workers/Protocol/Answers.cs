using Merit.Host.Attribution.Explained;
using Merit.Host.Attribution.Totals;
using Merit.Host.Pipeline;
using Merit.Host.Testing;
using Merit.Host.Warehouse;
using Merit.Metrics.Results;

namespace Merit.Host.Workers.Protocol;

/// <summary>A rendered template: what belongs between the frame of a page.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Description">One sentence about it; may be empty.</param>
/// <param name="Facts">The days it is about, what it compares with, and how far the data go.</param>
/// <param name="Html">The page's own part.</param>
/// <param name="HasCharts">Whether anything in it is to be drawn.</param>
internal sealed record PagePart(string Title, string Description, IReadOnlyList<string> Facts, string Html, bool HasCharts);

/// <summary>An explanation, for programs and for people.</summary>
/// <param name="Json">What <c>merit explain --format json</c> says.</param>
/// <param name="Text">What <c>merit explain</c> says.</param>
internal sealed record Explained(string Json, string Text);

/// <summary>All that can be asked for.</summary>
/// <param name="Metrics">The metrics.</param>
/// <param name="Reports">The names of templates.</param>
internal sealed record Catalogue(IReadOnlyList<MetricListing> Metrics, IReadOnlyList<string> Reports);

/// <summary>What the published version was made of.</summary>
/// <param name="Loads">What came of each source.</param>
/// <param name="Tests">What tests of the data found.</param>
/// <param name="AsOf">The last day the data tell about.</param>
/// <param name="DefinitionHash">Identifies what figures are made with.</param>
internal sealed record Runs(IReadOnlyList<LoadSummary> Loads, IReadOnlyList<DataTestResult> Tests, DateOnly AsOf, string DefinitionHash);

/// <summary>One conversion, touch by touch.</summary>
/// <param name="Journey">The conversion.</param>
/// <param name="Findings">Where the credit at hand is not what merit.yaml would give now.</param>
internal sealed record ToldJourney(ExplainedJourney Journey, IReadOnlyList<Finding> Findings);

/// <summary>Credit as it is, and as it would be.</summary>
/// <param name="Usual">As it is, by the usual model.</param>
/// <param name="Other">As it would be.</param>
internal sealed record MovedCredit(IReadOnlyList<AttributedTotal> Usual, IReadOnlyList<AttributedTotal> Other);

/// <summary>Figures of months that were over, as they were and as they are.</summary>
/// <param name="Metrics">The metrics that were compared.</param>
/// <param name="Restated">Those that changed, the latest month first.</param>
/// <param name="Compared">Whether there was a version to compare with.</param>
internal sealed record Restatements(IReadOnlyList<MetricColumn> Metrics, IReadOnlyList<Restated> Restated, bool Compared);

/// <summary>A figure that changed.</summary>
/// <param name="Metric">The metric's id.</param>
/// <param name="Month">The month's first day.</param>
/// <param name="Before">What it was; null where it had no value.</param>
/// <param name="Now">What it is.</param>
internal sealed record Restated(string Metric, DateOnly Month, double? Before, double? Now);
