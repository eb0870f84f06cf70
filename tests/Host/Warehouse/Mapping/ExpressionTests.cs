using Merit.Diagnostics.Rules;
using Merit.Host.Warehouse;
using Merit.Host.Workspaces;
using Merit.Metrics.Schema;

namespace Merit.Host.Tests.Warehouse.Mapping;

public sealed class ExpressionTests : IDisposable
{
    private readonly LoadBed _bed = new();

    public ExpressionTests() => _bed.Write("t.csv", "id,a,b\n1,10,x\n2,20,y\n3,oops,z\n4,,w\n");

    [Fact]
    public async Task Values_conditions_and_failures()
    {
        var source = Source(LoadBed.Sql("v", "cast(a as double) / 4", ColumnType.Money), LoadBed.Sql("w", "upper(b) || case when b = 'y' then '!' else '' end -- a remark"))
            with { Where = "b <> 'x'" };
        var load = (await _bed.LoadAsync(source)).Loads[0];
        Assert.Equal(["2|5.0000|Y!", "4|∅|W"], _bed.Rows("SELECT id, v, w FROM things ORDER BY id"));
        Assert.Equal((4, 2, 1, 1), (load.Read, load.Loaded, load.Rejected, load.Filtered));
        Assert.Equal(new RejectedRow("t", "things", "t.csv", 4, "v", "the expression fails on this row", "3,oops,z"), Assert.Single(_bed.Rejects()));
    }

    [Fact]
    public async Task A_condition_that_fails_on_a_row_rejects_it_and_one_that_is_empty_leaves_it_out()
    {
        var load = (await _bed.LoadAsync(Source() with { Where = "cast(a as int) > 5" })).Loads[0];
        Assert.Equal((4, 2, 1, 1), (load.Read, load.Loaded, load.Rejected, load.Filtered));
        Assert.Equal("the condition in where fails on this row", Assert.Single(_bed.Rejects()).Reason);
    }

    [Theory]
    [InlineData("(select 1)", "subquery")]
    [InlineData("a in (select b from t)", "subquery")]
    [InlineData("exists (from range(3))", "subquery")]
    [InlineData("read_text('/etc/passwd')", "read_text")]
    [InlineData("getenv('HOME')", "getenv")]
    [InlineData("getvariable('x')", "getvariable")]
    [InlineData("current_setting('memory_limit')", "current_setting")]
    [InlineData("random()", "random")]
    [InlineData("now()", "now")]
    [InlineData("uuid()", "uuid")]
    [InlineData("sum(a)", "sum")]
    [InlineData("count(*)", "count_star")]
    [InlineData("row_number() over ()", "window")]
    [InlineData("upper(b) over ()", "window")]
    [InlineData("unnest([1, 2])", "unnest")]
    [InlineData("list_transform([a], lambda x: x)", "list_transform")]
    [InlineData("*", "all columns")]
    [InlineData("columns(*)", "all columns")]
    [InlineData("a), (b", "more than one expression")]
    [InlineData("a) from (select 1 as a", "more than one expression")]
    [InlineData("a) from range(3) where (true", "more than one expression")]
    [InlineData("a) union all select ('x'", "more than one expression")]
    [InlineData("a); drop table main.leads; select (1", "more than one expression")]
    [InlineData("a) as x, (b", "more than one expression")]
    [InlineData("a) order by (b", "more than one expression")]
    [InlineData("a +", "syntax error")]
    [InlineData("", "syntax error")]
    [InlineData("$1", "parameter")]
    [InlineData("?", "parameter")]
    public async Task Anything_but_a_value_of_the_row_is_refused(string expression, string why)
    {
        var finding = Assert.Single(await _bed.FailAsync(Source(LoadBed.Sql("v", expression))));
        Assert.Equal(LoadRules.RefusedExpression, finding.Rule);
        Assert.Equal("merit.yaml(21,7)", $"{finding.At}");
        Assert.Contains(why, finding.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(LoadRules.RefusedExpression, Assert.Single(await _bed.FailAsync(Source() with { Where = expression })).Rule);
    }

    [Theory]
    [InlineData("nothing + 1", "nothing")]
    [InlineData("date_trunc('month', a + b)", "")]
    public async Task An_expression_the_engine_does_not_understand_lists_the_columns(string expression, string word)
    {
        var finding = Assert.Single(await _bed.FailAsync(Source(LoadBed.Sql("v", expression))));
        Assert.Equal(LoadRules.WrongExpression, finding.Rule);
        Assert.Contains(word, finding.Message);
        Assert.Contains("id, a, b", finding.NextStep);
    }

    [Fact]
    public async Task Everything_wrong_is_said_at_once()
    {
        _bed.Write("u.csv", "x\n1\n");
        var findings = await _bed.FailAsync(
            Source(LoadBed.Map("v=nowhere"), LoadBed.Sql("w", "random()")) with { Where = "sum(a) > 1" },
            _bed.Source("others", "u.csv", "y"));
        Assert.Equal([LoadRules.NoSuchColumn, LoadRules.RefusedExpression, LoadRules.RefusedExpression, LoadRules.NoSuchColumn], findings.Select(f => f.Rule));
    }

    [Fact]
    public async Task A_wrong_date_format_is_found_before_loading()
    {
        var finding = Assert.Single(await _bed.FailAsync(Source(LoadBed.Typed("a", ColumnType.Date, "%Q"))));
        Assert.Equal(LoadRules.WrongDateFormat, finding.Rule);
    }

    public void Dispose() => _bed.Dispose();

    private Source Source(params ColumnMapping[] columns) => _bed.Source("things", "t.csv", [LoadBed.Map("id"), .. columns]);
}
