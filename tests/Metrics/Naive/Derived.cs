using Merit.Metrics.Language;
using static Merit.Metrics.Language.Define;

namespace Merit.Metrics.Tests.Naive;

/// <summary>A metric of other days: a window, what was before, everything so far.</summary>
internal sealed record Moved(Figured Inner, string Move) : Figured
{
    public static readonly string[] Moves = ["rolling_28_days", "rolling_2_weeks", "rolling_3_months", "cumulative", "mtd", "qtd", "ytd", "previous", "year_ago"];

    public override Measure Measure => Move switch
    {
        "rolling_28_days" => Inner.Measure.Rolling(28, Days),
        "rolling_2_weeks" => Inner.Measure.Rolling(2, Weeks),
        "rolling_3_months" => Inner.Measure.Rolling(3, Months),
        "cumulative" => Inner.Measure.Cumulative(),
        "mtd" => Inner.Measure.MonthToDate(),
        "qtd" => Inner.Measure.QuarterToDate(),
        "ytd" => Inner.Measure.YearToDate(),
        "previous" => Inner.Measure.Previous(),
        _ => Inner.Measure.YearAgo(),
    };

    public override IEnumerable<Figured> Parts => [Inner];

    public override IEnumerable<Figured> Smaller() => [Inner, .. Inner.Smaller().Select(s => this with { Inner = s })];

    public override string ToString() => $"{Inner}.{Move}";
}

/// <summary>A metric against what it was: less it, or by how much of it.</summary>
internal sealed record Changed(Figured Inner, string How) : Figured
{
    public override Measure Measure => How switch { "Change" => Inner.Measure.Change(), "PercentChange" => Inner.Measure.PercentChange(), _ => Inner.Measure.YearOnYear() };

    public override IEnumerable<Figured> Parts => [Inner];

    public override IEnumerable<Figured> Smaller() => [Inner, .. Inner.Smaller().Select(s => this with { Inner = s })];

    public override string ToString() => $"{Inner}.{How}()";
}

/// <summary>A metric as a share of the same over some dimensions together, or over all.</summary>
internal sealed record Shared(Figured Inner, IReadOnlyList<string> Over) : Figured
{
    public override Measure Measure => Over.Count == 0 ? Inner.Measure.ShareOfTotal() : Inner.Measure.ShareOf(Over[0], [.. Over.Skip(1)]);

    public override IEnumerable<Figured> Parts => [Inner];

    public override IEnumerable<Figured> Smaller() => [Inner, .. Inner.Smaller().Select(s => this with { Inner = s })];

    public override string ToString() => $"{Inner}.ShareOf({string.Join(", ", Over)})";
}

/// <summary>A metric over all values of some dimensions together.</summary>
internal sealed record Across(Figured Inner, IReadOnlyList<string> Over) : Figured
{
    public override Measure Measure => Inner.Measure.Across(Over[0], [.. Over.Skip(1)]);

    public override IEnumerable<Figured> Parts => [Inner];

    public override IEnumerable<Figured> Smaller() => [Inner, .. Inner.Smaller().Select(s => this with { Inner = s })];

    public override string ToString() => $"{Inner}.Across({string.Join(", ", Over)})";
}

/// <summary>A metric's place among the groups of the answer, or among those that differ in one dimension.</summary>
internal sealed record Ranked(Figured Inner, string? Among) : Figured
{
    public override Measure Measure => Among is null ? Inner.Measure.Rank() : Inner.Measure.Rank(Among);

    public override IEnumerable<Figured> Parts => [Inner];

    public override IEnumerable<Figured> Smaller() => [Inner, .. Inner.Smaller().Select(s => this with { Inner = s })];

    public override string ToString() => $"{Inner}.Rank({Among})";
}
