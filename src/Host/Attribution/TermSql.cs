using System.Globalization;
using Merit.Host.Warehouse.Sessions;
using Merit.Plugins.Attribution;

namespace Merit.Host.Attribution;

/// <summary>Writes weights as expressions over a touch's columns, and collects what has to be counted over whole journeys before they can be computed.</summary>
/// <remarks>
/// A count may be taken over a test that needs another count, and the engine does not nest aggregates: counts therefore come in layers, each over the columns of
/// the layers before. Equal expressions are counted once, whichever models ask for them.
/// </remarks>
internal sealed class TermSql
{
    public const string Position = "place";
    public const string Count = "touches";
    public const string AgeDays = "age_days";
    public const string SameChannelCount = "same_channel";

    private readonly (string Opens, string Closes)? _ends;
    private readonly Dictionary<string, JourneyCount> _counts = new(StringComparer.Ordinal);
    private readonly HashSet<Stage> _stages = [];

    /// <summary>Weights over touches whose places are known.</summary>
    public TermSql()
    {
    }

    /// <summary>Weights over touches of which only is known whether they open or close their journey: enough where <see cref="TermNeeds.EndsAlone"/>.</summary>
    /// <param name="opens">A condition that holds for the first touch.</param>
    /// <param name="closes">A condition that holds for the last one.</param>
    public TermSql(string opens, string closes) => _ends = (opens, closes);

    /// <summary>What is counted over whole journeys, in the order of its layers.</summary>
    public IEnumerable<JourneyCount> Counts => _counts.Values.OrderBy(c => c.Layer);

    /// <summary>Stages whose time is asked for.</summary>
    public IReadOnlySet<Stage> Stages => _stages;

    /// <summary>Whether any weight asks for <see cref="SameChannelCount"/>, which costs a count of its own.</summary>
    public bool NeedsSameChannel { get; private set; }

    /// <summary>The column that holds the time of a stage.</summary>
    public static string StageColumn(Stage stage) => stage switch
    {
        Stage.Lead => "lead_at",
        Stage.Opportunity => "opportunity_at",
        _ => "converted_at",
    };

    /// <summary>The expression of a weight.</summary>
    public string Write(Term weight) => Term(weight).Sql;

    /// <summary>Whether a test asks for a touch's channel and for nothing else.</summary>
    public static bool IsOfChannel(Test test) => test switch
    {
        ChannelTest => true,
        Both both => IsOfChannel(both.Left) && IsOfChannel(both.Right),
        Either either => IsOfChannel(either.Left) && IsOfChannel(either.Right),
        Not not => IsOfChannel(not.Test),
        _ => false,
    };

    /// <summary>The condition of such a test.</summary>
    public static string OfChannel(Test test) => test switch
    {
        ChannelTest { Channels: [] } => "false",

        // A touch without a channel is in no list, and so its opposite holds.
        ChannelTest channels => $"coalesce(channel IN ({string.Join(", ", channels.Channels.Select(SqlText.Text))}), false)",
        Both both => $"({OfChannel(both.Left)} AND {OfChannel(both.Right)})",
        Either either => $"({OfChannel(either.Left)} OR {OfChannel(either.Right)})",
        Not not => $"(NOT {OfChannel(not.Test)})",
        _ => throw new NotSupportedException($"{test.GetType().Name} is not of a channel alone."),
    };

    // A layer is how many rounds of counting must come before the expression can be computed.
    private readonly record struct Written(string Sql, int Layer);

    private Written Term(Term term)
    {
        switch (term)
        {
            case Constant constant:
                return new Written(Number(constant.Value), 0);
            case Leaf leaf:
                return new Written(Column(leaf.Kind), 0);
            case CountWhere where:
                var counted = Test(where.Test);
                return Journey($"count(*) FILTER (WHERE {counted.Sql})::DOUBLE", counted.Layer);
            case Power power:
                return Join("pow({0}, {1})", Term(power.Base), Term(power.Exponent));
            case Choice choice:
                return Join("CASE WHEN {0} THEN {1} ELSE {2} END", Test(choice.Test), Term(choice.Then), Term(choice.Otherwise));
            case Arithmetic arithmetic:
                return Join($"({{0}} {Operator(arithmetic.Kind)} {{1}})", Term(arithmetic.Left), Term(arithmetic.Right));
            default:
                throw new NotSupportedException($"Unknown term {term.GetType().Name}.");
        }
    }

    private Written Test(Test test)
    {
        switch (test)
        {
            case Comparison comparison when _ends is { } ends && TermNeeds.EndOf(comparison) is { } end:
                return new Written(end is JourneyEnd.First ? ends.Opens : ends.Closes, 0);
            case Comparison comparison:
                return Join($"({{0}} {Operator(comparison.Kind)} {{1}})", Term(comparison.Left), Term(comparison.Right));
            case ChannelTest:
                return new Written(OfChannel(test), 0);
            case LatestBeforeTest { Stage: Stage.Conversion }:
                return new Written(_ends?.Closes ?? $"({Position} = {Count})", 0);
            case LatestBeforeTest before:
                _stages.Add(before.Stage);
                return Latest(new Written($"occurred_at <= {StageColumn(before.Stage)}", 0));
            case LatestWhereTest where:
                return Latest(Test(where.Test));
            case Both both:
                return Join("({0} AND {1})", Test(both.Left), Test(both.Right));
            case Either either:
                return Join("({0} OR {1})", Test(either.Left), Test(either.Right));
            case Not not:
                return Join("(NOT {0})", Test(not.Test));
            default:
                throw new NotSupportedException($"Unknown test {test.GetType().Name}.");
        }
    }

    private Written Latest(Written test) =>
        Join($"({Position} IS NOT DISTINCT FROM {{0}})", Journey($"max({Position}) FILTER (WHERE {test.Sql})", test.Layer));

    private Written Journey(string aggregate, int layer)
    {
        if (!_counts.TryGetValue(aggregate, out var count))
        {
            count = new JourneyCount(string.Create(CultureInfo.InvariantCulture, $"counted_{_counts.Count + 1}"), aggregate, layer + 1);
            _counts.Add(aggregate, count);
        }

        return new Written(count.Name, count.Layer);
    }

    private static Written Join(string format, params ReadOnlySpan<Written> parts)
    {
        var layer = 0;
        var texts = new object[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            texts[i] = parts[i].Sql;
            layer = Math.Max(layer, parts[i].Layer);
        }

        return new Written(string.Format(CultureInfo.InvariantCulture, format, texts), layer);
    }

    private string Column(LeafKind leaf)
    {
        NeedsSameChannel |= leaf == LeafKind.SameChannelCount;
        return leaf switch
        {
            LeafKind.Position => Position,
            LeafKind.Count => Count,
            LeafKind.AgeDays => AgeDays,
            LeafKind.SameChannelCount => SameChannelCount,
            _ => throw new NotSupportedException($"Unknown leaf {leaf}."),
        };
    }

    // With an exponent it is a DOUBLE to the engine; without one it would be a DECIMAL, which overflows and rounds differently.
    internal static string Number(double value)
    {
        if (!double.IsFinite(value))
        {
            return $"'{value.ToString(CultureInfo.InvariantCulture)}'::DOUBLE";
        }

        var digits = value.ToString("R", CultureInfo.InvariantCulture);
        var number = digits.Contains('E', StringComparison.Ordinal) ? digits : digits + "e0";
        return value < 0 ? $"({number})" : number;
    }

    internal static string Operator(ArithmeticKind kind) => kind switch
    {
        ArithmeticKind.Add => "+",
        ArithmeticKind.Subtract => "-",
        ArithmeticKind.Multiply => "*",
        ArithmeticKind.Divide => "/",
        _ => throw new NotSupportedException($"Unknown operation {kind}."),
    };

    internal static string Operator(ComparisonKind kind) => kind switch
    {
        ComparisonKind.Equal => "=",
        ComparisonKind.Less => "<",
        ComparisonKind.LessOrEqual => "<=",
        _ => throw new NotSupportedException($"Unknown comparison {kind}."),
    };
}

/// <summary>Something counted over a whole journey.</summary>
/// <param name="Name">The column it becomes.</param>
/// <param name="Aggregate">How it is counted.</param>
/// <param name="Layer">From 1; it may use the columns of lower layers.</param>
internal sealed record JourneyCount(string Name, string Aggregate, int Layer);
