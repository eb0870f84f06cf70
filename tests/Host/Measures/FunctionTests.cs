using Merit.Diagnostics;
using Merit.Host.Measures;
using Merit.Host.Warehouse.Sessions;
using Merit.Metrics.Requests;

namespace Merit.Host.Tests.Measures;

/// <summary>C# functions of scripts, called by the engine; each result beside what the same C# gives of the same rows.</summary>
public sealed class FunctionTests : IDisposable
{
    private readonly MeasuredWarehouse warehouse = new MeasuredWarehouse()
        .With("leads", "lead_id, created_at, source, owner, score",
            "'a', TIMESTAMP '2025-03-01 10:00', 'Web', 'ann', 95.5",
            "'b', TIMESTAMP '2025-03-02 15:30', 'expo', NULL, 80",
            "'c', TIMESTAMP '2025-03-02 17:00', NULL, 'bob', 12.25",
            "'d', TIMESTAMP '2025-04-02', 'Expo', 'bob', NULL")
        .With("spend", "date, source, amount", "DATE '2025-03-01', 'x', 100.25", "DATE '2025-03-08', 'x', 50.5", "DATE '2025-03-08', 'y', NULL");

    public void Dispose() => warehouse.Dispose();

    [Fact]
    public void A_function_is_used_in_a_condition_and_in_a_value() => Assert.Equal("1 2 4", Ask(
        """
        var grade = Function("grade", (double score) => score >= 90 ? "A" : score >= 50 ? "B" : "C");
        var points = Function("points", (double score) => Math.Round(score / 50));
        Metric("one", Count(leads).Where(grade(leads.score) == "A"));
        Metric("two", Count(leads).Where(grade(leads.score).In("B", "C")));
        Metric("three", Sum(points(leads.score)));
        """));

    [Fact]
    public void Functions_of_one_to_four_values_of_every_type_give_what_the_same_code_gives() => Assert.Equal("2 2 2 3", Ask(
        """
        var lower = Function("lower_case", (string s) => s.ToLowerInvariant());
        var late = Function("late", (DateTime at, string source) => at.Hour >= 18 && source.Length > 0);
        var week = Function("week_of", (DateOnly day, decimal amount, string source) => day.AddDays(amount > 75m ? 7 : 0).DayOfWeek == DayOfWeek.Saturday && source == "x" ? 1L : 0L);
        var four = Function("four", (string id, DateTime at, double? score, string owner) => at.Month == 3 ? (score ?? 0) + id.Length : -1.0);
        Metric("one", Count(leads).Where(lower(leads.source) == "expo"));
        Metric("two", Count(leads).Where(late(leads.created_at, Coalesce(leads.source, "-"))));
        Metric("three", Sum(week(spend.date, spend.amount, spend.source)));
        Metric("four", Count(leads).Where(four(leads.lead_id, leads.created_at, Optional(leads.score), Coalesce(leads.owner, "")) > 0));
        """));

    [Theory]
    [InlineData("(string s) => s == null ? \"none\" : \"some\"", "leads.source", "3 0")]
    [InlineData("(string? s) => s == null ? \"none\" : \"some\"", "leads.source", "3 1")]
    [InlineData("(double s) => \"some\"", "leads.score", "3 0")]
    [InlineData("(double? s) => s == null ? \"none\" : \"some\"", "Optional(leads.score)", "3 1")]
    [InlineData("(string s) => s == \"Web\" ? null : \"some\"", "leads.source", "2 0")]
    public void A_missing_value_is_given_only_to_what_takes_one(string body, string column, string expected) => Assert.Equal(expected, Ask(
        $$"""
        var f = Function("f", {{body}});
        Metric("one", Count(leads).Where(f({{column}}) == "some"));
        Metric("two", Count(leads).Where(f({{column}}) == "none"));
        """));

    [Theory]
    [InlineData("(double s) => s > 90 ? (double?)null : 1", "2")]
    [InlineData("(double s) => s > 90 ? (long?)null : 1L", "2")]
    [InlineData("(double s) => s > 90 ? (decimal?)null : 1m", "2")]
    [InlineData("(double s) => s > 90 ? 0 / (s - s) : 1", "2")]
    [InlineData("(double s) => s > 90 ? double.PositiveInfinity : 1", "2")]
    public void A_result_may_be_missing(string body, string expected) =>
        Assert.Equal(expected, Ask($"var f = Function(\"f\", {body});\nMetric(\"one\", Sum(f(leads.score)));"));

    [Fact]
    public void Times_and_days_are_those_of_the_workspace_s_clocks_in_and_out() => Assert.Equal("2 1 4", Ask(
        """
        var evening = Function("evening", (DateTime at) => at.Hour >= 18);
        var next = Function("next_day", (DateTime at) => at.Date.AddDays(1));
        var day = Function("day_of", (DateTime at) => DateOnly.FromDateTime(at));
        Metric("one", Count(leads).Where(evening(leads.created_at)));
        Metric("two", Count(leads).Where(next(leads.created_at) == new DateTime(2025, 3, 2)));
        Metric("three", CountDistinct(day(leads.created_at)));
        """));

    [Fact]
    public void A_function_makes_a_dimension()
    {
        warehouse.Folder.Write("metrics/own.csx", """
            var band = Function("band", (double score) => score >= 50 ? "high" : "low");
            Dimension("band", band(leads.score));
            Metric("n", Count(leads));
            """);
        var answer = warehouse.Measures(warehouse.Definitions).Ask(new Request { Metrics = ["n"], By = ["band"], Sort = ["-n"] });

        Assert.Equal("high 2 low 1  1", string.Join(' ', answer.Rows.OrderByDescending(r => r.Figures[0].Value).ThenByDescending(r => r.Dimensions[0]).Select(r => $"{r.Dimensions[0]} {r.Figures[0].Value}")));
    }

    [Fact]
    public void The_engine_s_own_functions_stay_what_they_are()
    {
        Assert.Equal("3 2", Ask("""
            var abs = Function("abs", (double x) => 0.0);
            var count = Function("count", (double x) => 0.0);
            Metric("one", Count(leads).Where(abs(leads.score) == 0 & count(leads.score) == 0));
            Metric("two", Count(leads).Where(Abs(leads.score) > 50));
            """));
        Assert.Equal(2.5, warehouse.Session.Scalar<double>("SELECT abs(-2.5::DOUBLE)"));
    }

    [Fact]
    public void What_a_function_throws_names_it_its_line_and_the_row_s_values()
    {
        var finding = Refused("""
            int Place(string s) =>
                s.Length > 3 ? throw new InvalidOperationException("no such source.") : 1;
            var place = Function("place", (string source, double? score) =>
            {
                return Place(source) > 0;
            });
            Metric("one", Count(leads).Where(place(leads.source, Optional(leads.score))));
            """);

        Assert.Equal("MRT2040", finding.Code);
        Assert.Equal("metrics/own.csx(2)", finding.At?.ToString());
        Assert.Contains("'place' stopped with InvalidOperationException: no such source; it was called with (\"", finding.Message, StringComparison.Ordinal);
        Assert.Contains("xpo\", ", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Function(\"f\", (double x) => { while (x > -1) { } return x; })", "metrics/own.csx(1)", "was still running after")]
    [InlineData("Function(\"f\", (double x) => { double F(double y) => F(y + 1); return F(x); })", "metrics/own.csx(1)", "called itself without end")]
    [InlineData("Function(\"f\", (double x) => { var all = new List<byte[]>(); while (true) all.Add(new byte[1_000_000]); return x; })", "metrics/own.csx(1)", "asked for more memory")]
    [InlineData("Function(\"f\", (double x) => 1 / (long)(x - x))", "metrics/own.csx(1)", "stopped with DivideByZeroException")]
    public void A_function_that_does_not_end_well_is_ended(string function, string at, string words)
    {
        var finding = Refused($"var f = {function};\nMetric(\"one\", Sum(f(leads.score)));");

        Assert.Equal(("MRT2040", at), (finding.Code, finding.At?.ToString()));
        Assert.Contains(words, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Function(\"f\", (int x) => 1.0);", "MRT2151", "Use long.")]
    [InlineData("Function(\"f\", (double x) => 1);", "MRT2151", "Use long.")]
    [InlineData("Function(\"f\", (double x) => 1f);", "MRT2151", "Use double.")]
    [InlineData("Function(\"f\", (double x) => new[] { x });", "MRT2151", "Use string")]
    [InlineData("Function(\"F\", (double x) => x);", "MRT2150", "lower-case")]
    [InlineData("Function(\"f\\\"; DROP\", (double x) => x);", "MRT2150", "lower-case")]
    [InlineData("Function(\"f\", (double x) => x); Function(\"f\", (double x) => x);", "MRT2102", "metrics/own.csx(1)")]
    public void What_cannot_be_a_function_is_told_where_it_is_declared(string script, string code, string words)
    {
        var finding = Refused(script);

        Assert.Equal((code, "metrics/own.csx(1)"), (finding.Code, finding.At?.ToString()));
        Assert.Contains(words, finding.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_of_another_type_does_not_compile() =>
        Assert.Contains("CS1503", Refused("var f = Function(\"f\", (double x) => x);\nMetric(\"one\", Sum(f(leads.source)));").Message, StringComparison.Ordinal);

    [Fact]
    public void Sessions_beside_one_another_call_it_at_once_over_many_rows()
    {
        using var session = Session.Open(Path.Combine(warehouse.Folder.Path, "many.duckdb"), new SessionSettings { TempDirectory = Path.Combine(warehouse.Folder.Path, "many"), Threads = 2 });
        session.Execute("CREATE TABLE leads AS SELECT 'x' || i AS lead_id, TIMESTAMP '2025-05-01' AS created_at, 's' || (i % 7) AS source, (i % 100)::DOUBLE AS score FROM range(200000) AS r(i)");
        warehouse.Folder.Write("metrics/own.csx", "var half = Function(\"half\", (double x, string s) => x / 2 + (s.Length > 5 ? 1 : 0));\nMetric(\"one\", Sum(half(leads.score, leads.source)));");
        using var rows = new PublishedRows(session);
        var measures = new WarehouseMeasures(rows, warehouse.Schema, warehouse.Definitions, warehouse.Workspace, MeasuredWarehouse.Today);

        var answers = Enumerable.Range(0, 6).AsParallel().WithDegreeOfParallelism(6)
            .Select(i => measures.Ask(new Request { Metrics = ["one"], Where = [FilterParser.Parse($"leads.source = s{i}")] }).Rows[0].Figures[0].Value).ToList();

        Assert.All(answers, a => Assert.InRange(a ?? 0, 700_000, 715_000));
    }

    private string Ask(string script)
    {
        warehouse.Folder.Write("metrics/own.csx", script);
        var definitions = warehouse.Definitions;
        var own = definitions.Metrics.Where(m => m.At.File == "metrics/own.csx").Select(m => m.Id).ToList();
        var answer = warehouse.Measures(definitions).Ask(new Request { Metrics = own });
        return string.Join(' ', answer.Rows[0].Figures.Select(f => Convert.ToString(f.Value, System.Globalization.CultureInfo.InvariantCulture) ?? "–"));
    }

    private Diagnostic Refused(string script) => Assert.Single(Assert.Throws<MeritException>(() => Ask(script)).Diagnostics);
}
