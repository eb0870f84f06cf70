using System.Globalization;
using Merit.Plugins.Attribution;

namespace Merit.Host.Attribution.Totals;

/// <summary>A touch that weights single out of its journey: the first, the last, the last before a stage, the last that passes a test. A journey may be without it.</summary>
/// <param name="Index">Among the marks.</param>
/// <param name="End">Whether it is the first of the touches it is looked for among, or the last.</param>
/// <param name="Condition">A condition on the touches it is looked for among; null for all.</param>
internal sealed record Mark(int Index, JourneyEnd End, string? Condition)
{
    /// <summary>The column with the touch's key.</summary>
    public string Column => string.Create(CultureInfo.InvariantCulture, $"mark_{Index}");

    /// <summary>The column with the mirrored key.</summary>
    public string Mirrored => string.Create(CultureInfo.InvariantCulture, $"mirrored_{Index}");
}

/// <summary>The touches that some models' weights single out, and what these count over whole journeys by channel; the same are found once, whichever model asks.</summary>
internal sealed class Marks
{
    private readonly List<Mark> _all = [];
    private readonly List<string> _conditions = [];
    private readonly List<string> _counts = [];
    private readonly SortedSet<Stage> _stages = [];

    /// <summary>The marks.</summary>
    public IReadOnlyList<Mark> All => _all;

    /// <summary>Conditions on touches, each a column: <see cref="Flag"/>.</summary>
    public IReadOnlyList<string> Conditions => _conditions;

    /// <summary>Conditions whose touches are counted, each a column: <see cref="Counted"/>.</summary>
    public IReadOnlyList<string> Counts => _counts;

    /// <summary>Stages whose time is asked for.</summary>
    public IReadOnlySet<Stage> Stages => _stages;

    /// <summary>Whether all are ends of journeys.</summary>
    public bool EndsAlone => _conditions.Count == 0;

    /// <summary>The first or the last touch.</summary>
    public Mark At(JourneyEnd end) => Get(end, null);

    /// <summary>The last touch at or before a stage.</summary>
    public Mark Before(Stage stage)
    {
        if (stage is Stage.Conversion)
        {
            return At(JourneyEnd.Last);
        }

        _stages.Add(stage);
        return Get(JourneyEnd.Last, $"occurred_at <= {TermSql.StageColumn(stage)}");
    }

    /// <summary>The last touch of some channels.</summary>
    public Mark LastWhere(Test channels) => Get(JourneyEnd.Last, TermSql.OfChannel(channels));

    /// <summary>The column that counts the touches of some channels.</summary>
    public string Count(Test channels)
    {
        var condition = TermSql.OfChannel(channels);
        Flag(condition);
        return Counted(IndexOf(_counts, condition));
    }

    /// <summary>The column that tells whether a touch meets a condition.</summary>
    public string Flag(string condition) => string.Create(CultureInfo.InvariantCulture, $"is_{IndexOf(_conditions, condition)}");

    /// <summary>The column of a count.</summary>
    public static string Counted(int index) => string.Create(CultureInfo.InvariantCulture, $"counted_{index}");

    private Mark Get(JourneyEnd end, string? condition)
    {
        if (condition is not null)
        {
            Flag(condition);
        }

        var mark = _all.Find(m => m.End == end && string.Equals(m.Condition, condition, StringComparison.Ordinal));
        if (mark is null)
        {
            _all.Add(mark = new Mark(_all.Count, end, condition));
        }

        return mark;
    }

    private static int IndexOf(List<string> texts, string text)
    {
        var index = texts.IndexOf(text);
        if (index < 0)
        {
            index = texts.Count;
            texts.Add(text);
        }

        return index;
    }
}
