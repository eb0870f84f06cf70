using Merit.Host.Workspaces;
using Merit.Metrics.Schema;

namespace Merit.Host.Tests.Workspaces;

public sealed class DeclaredSchemaTests
{
    private static readonly Workspace Workspace = Loading.Load(Loading.Head +
        """
        sources:
          crm:
            connector: mirror
            into: leads
            columns: { lead_id: id, deal_size: { from: Size, type: money } }
          visits:
            connector: mirror
            into: visits
            key: visit_id
            columns: { visit_id: id, pages: { from: n, type: integer } }
          whole:
            connector: mirror
            into: everything
        attribution: { models: [first, last] }
        """);

    [Fact]
    public void Columns_of_the_model_are_there_and_loaded_where_a_source_maps_them()
    {
        var leads = DeclaredSchema.Of(Workspace).Table("leads");

        Assert.True(leads?.Loaded);
        Assert.Equal(["lead_id"], leads?.Key);
        Assert.True(leads?.Column("lead_id")?.Loaded);
        Assert.False(leads?.Column("mql_at")?.Loaded);
        Assert.False(DeclaredSchema.Of(Workspace).Table("spend")?.Loaded);
    }

    [Fact]
    public void Own_columns_and_tables_have_their_types()
    {
        var schema = DeclaredSchema.Of(Workspace);

        Assert.Equal(new ColumnSchema("deal_size", ColumnType.Money, Loaded: true), schema.Table("leads")?.Column("deal_size"));
        Assert.Equal(ColumnType.Integer, schema.Table("visits")?.Column("pages")?.Type);
        Assert.Equal(ColumnType.Text, schema.Table("visits")?.Column("visit_id")?.Type);
        Assert.Equal(["visit_id"], schema.Table("visits")?.Key);
        Assert.Equal(["first", "last"], schema.Models);
    }

    [Fact]
    public void A_table_loaded_whole_has_the_columns_it_was_published_with()
    {
        var published = new WarehouseSchema([new TableSchema("everything", [new ColumnSchema("a", ColumnType.Date, Loaded: true)], Loaded: true)], []);

        Assert.Empty(DeclaredSchema.Of(Workspace).Table("everything")?.Columns ?? []);
        Assert.Equal(ColumnType.Date, DeclaredSchema.Of(Workspace, published).Table("everything")?.Column("a")?.Type);
    }
}
