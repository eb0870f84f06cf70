using Merit.Host.Pipeline;
using Merit.Host.Tests.Workspaces;
using Merit.Host.Workspaces;
using Merit.Metrics.Schema;
using Merit.Scripting;

namespace Merit.Host.Tests.Pipeline;

public sealed class DefinitionHashTests
{
    [Fact]
    public void It_changes_with_scripts_and_settings_and_with_nothing_else()
    {
        using var folder = new TemporaryFolder();
        folder.Write("merit.yaml", Loading.Head + "# ${SECRET}\n");
        var workspace = WorkspaceLoader.Load(folder.Path, Loading.Catalog, new Dictionary<string, string>());
        var first = DefinitionHash.Of([new Script("a.csx", "1")], workspace);

        Assert.Matches("^[0-9a-f]{12}$", first);
        Assert.Equal(first, DefinitionHash.Of([new Script("a.csx", "1")], workspace with { Name = "read again" }));
        Assert.NotEqual(first, DefinitionHash.Of([new Script("a.csx", "2")], workspace));
        Assert.NotEqual(first, DefinitionHash.Of([new Script("b.csx", "1")], workspace));
        folder.Write("merit.yaml", Loading.Head + "locale: en\n");
        Assert.NotEqual(first, DefinitionHash.Of([new Script("a.csx", "1")], workspace));
    }

    [Fact]
    public void Data_are_as_of_the_last_day_of_any_fact_but_not_of_a_plan_or_the_future()
    {
        var today = new DateOnly(2025, 6, 15);
        TableSchema Covering(string name, DateOnly? to) => new(name, [], Loaded: true) { CoveredTo = to };
        DateOnly AsOf(params TableSchema[] tables) => DataDate.Of(new WarehouseSchema(tables, []), today);

        Assert.Equal(new DateOnly(2025, 6, 10), AsOf(Covering("spend", new(2025, 5, 1)), Covering("leads", new(2025, 6, 10)), Covering("targets", new(2025, 6, 14))));
        Assert.Equal(today, AsOf(Covering("leads", new(2025, 12, 31))));
        Assert.Equal(today, AsOf(Covering("leads", null)));
    }
}
