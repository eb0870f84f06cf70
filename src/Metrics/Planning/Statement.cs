using Merit.Metrics.Language;
using Merit.Metrics.Planning.Goals;
using Merit.Metrics.Planning.OverTime;
using Merit.Metrics.Planning.Sql;
using Merit.Metrics.Requests;

namespace Merit.Metrics.Planning;

/// <summary>The statement of a question: every fact by itself, then all met on the dimensions by one grouping, which takes missing values as equal.</summary>
internal sealed class Statement
{
    /// <summary>The kinds of rows it gives.</summary>
    public const string Now = "now";
    public const string Before = "before";
    public const string Goals = "goals";
    public const string GoalsBefore = "goals before";
    public const string Yardsticks = "yardsticks";
    public const string Fallback = "fallback";
    public const string GroupsOfDays = "groups of days";

    private readonly Question question;
    private readonly List<SqlNamed> named = [];
    private readonly List<SqlQuery> parts = [];
    private readonly HashSet<string> present = new(StringComparer.Ordinal);
    private readonly HashSet<EventPath> followed = [];

    public Statement(Question question)
    {
        this.question = question;
        Columns =
        [
            .. question.Scans.SelectMany(s => s.Measures).Select(m => m.Column).Distinct(StringComparer.Ordinal),
            .. question.Goals.SelectMany(g => g.Columns),
            .. question.Yardsticks.SelectMany(y => new[] { y.Low, y.High }),
        ];
        AddScans(Now, question.Request.Period);
        if (question.Before is { } before)
        {
            AddScans(Before, before);
            AddGoals(GoalsBefore, before);
        }

        AddGoals(Goals, question.Request.Period);
        AddYardsticks();
        (Sql, Parameters) = SqlWriter.Write(named.Count == 0 ? Meeting() : new SqlWith(named, Meeting()));
    }

    /// <summary>The part that holds groups with some dimensions taken together.</summary>
    public static string Together(string part, Reading reading) => $"{part} over {string.Join(" and ", reading.Over)}";

    /// <summary>The value columns, after part, total, dimensions and rows.</summary>
    public IReadOnlyList<string> Columns { get; }

    public string Sql { get; }

    public IReadOnlyList<object?> Parameters { get; }

    private void AddScans(string part, Period period)
    {
        var scans = question.Scans.Where(s => s.Measures.Any()).ToList();

        // A balance or a fixed fact makes no group of its own beside facts of the period: a campaign of last year is not one of this month.
        var anyInPeriod = scans.Any(s => s.Span == Span.Period);
        foreach (var path in scans.Select(s => s.Path).OfType<EventPath>().Distinct().Where(followed.Add))
        {
            named.AddRange(new PathQuery(path, question.Context, question.Rows).Queries());
        }

        var spine = new Spine(question, period, scans, isBefore: part != Now);
        foreach (var scan in scans)
        {
            var counted = scan.Span == Span.Period || !anyInPeriod;
            var name = string.Equals(part, Now, StringComparison.Ordinal) ? scan.Name : question.Shape.Name($"{scan.Name} before");
            var into = scan.Reading.Over.Count == 0 ? part : Together(part, scan.Reading);
            foreach (var (suffix, query) in MovedScans.Of(question, scan, period, spine, counted))
            {
                named.AddRange(spine.Added());
                Add(into, suffix.Length == 0 ? name : question.Shape.Name(name + suffix), query);
            }
        }

        // There are groups of days also where no days are meant before or after them.
        named.AddRange(spine.Added());
        if (spine.Buckets is { } buckets && part == Now)
        {
            Add(GroupsOfDays, question.Shape.Name(GroupsOfDays), buckets);
        }
    }

    private void AddGoals(string part, Period period)
    {
        foreach (var goals in question.Goals.Where(g => GoalQuery.Reason(question, g) == Results.NoValue.None).GroupBy(g => g.Reading.Text, StringComparer.Ordinal))
        {
            var days = Frame.Of(period).Moved(goals.First().Reading.Moves, question.Context.Settings.Today, question.Context.Settings.WeekStart);
            if (days is { } asked)
            {
                Add(part, question.Shape.Name(goals.Key.Length == 0 ? part : $"{part} {goals.Key}"), GoalQuery.Of(question, [.. goals], asked));
            }
        }
    }

    private void AddYardsticks()
    {
        if (question.Yardsticks.Count == 0 || question.Context.Schema.Table("benchmarks") is not { Loaded: true })
        {
            return;
        }

        var source = question.Shape.Name("benchmarks that hold");
        var yardsticks = new YardstickQuery(question, source);
        named.Add(new SqlNamed(source, yardsticks.Latest()));
        if (yardsticks.OfCampaigns() is { } ofCampaigns)
        {
            Add(Yardsticks, question.Shape.Name("benchmarks by campaign"), ofCampaigns);
        }

        Add(Fallback, question.Shape.Name("benchmarks for all"), yardsticks.ForAll());
    }

    private void Add(string part, string name, SqlSelect query)
    {
        named.Add(new SqlNamed(name, query));
        present.UnionWith(query.Columns.Select(c => c.Name ?? (c.Value as SqlColumn)?.Name ?? ""));
        parts.Add(new SqlSelect { Columns = [new SqlOutput(new SqlConstant(part), QuestionShape.Part), SqlOutput.Everything], From = new SqlTable(name) });
    }

    private SqlSelect Meeting()
    {
        if (parts.Count == 0)
        {
            return new SqlSelect { Columns = [new SqlOutput(new SqlConstant(Now), QuestionShape.Part)], Where = new SqlConstant(false) };
        }

        // One fact alone has nobody to meet: its groups are the groups.
        var alone = parts.Count == 1;
        IReadOnlyList<SqlExpr> keys =
        [
            new SqlColumn(null, QuestionShape.Part), new SqlColumn(null, QuestionShape.Total),
            .. question.By.Where(b => present.Contains(b.Column)).Select(b => new SqlColumn(null, b.Column)),
        ];
        return new SqlSelect
        {
            Columns =
            [
                .. keys.Take(2).Select(k => new SqlOutput(k, null)),
                .. question.By.Select(b => new SqlOutput(present.Contains(b.Column) ? new SqlColumn(null, b.Column) : new SqlConstant(null), b.Column)),
                new SqlOutput(Met("sum", QuestionShape.Rows, alone), QuestionShape.Rows),
                .. Columns.Select(c => new SqlOutput(Met("max", c, alone), c)),
            ],
            From = new SqlSubquery(alone ? parts[0] : new SqlUnion(parts)),
            GroupBy = alone ? null : keys,
        };
    }

    // Each fact gives a group once, so there is one value to take; a column that no part has is missing everywhere.
    private SqlExpr Met(string function, string column, bool alone)
    {
        var own = new SqlColumn(null, column);
        return !present.Contains(column) ? new SqlCast(new SqlConstant(null), SqlType.Number)
            : alone ? SqlFunctions.ToNumber(own)
            : SqlFunctions.ToNumber(new SqlAggregate(function, [own]));
    }
}
