using Merit.Host.Pipeline;
using Merit.Host.Warehouse.Versions;

namespace Merit.Host.Tests.Pipeline;

/// <summary>A version published before a table of the data model was there.</summary>
public sealed class OlderVersionTests : SmallWorkspace
{
    [Fact]
    public async Task A_metric_of_a_table_that_is_not_there_hides_no_other()
    {
        Assert.Equal(0, await Merit("load", "--quiet"));
        var whole = Listed();
        using (var draft = new PublishedVersions(Path.Combine(_folder.Path, ".merit", "warehouse")).BeginDraft(DraftContent.Copy))
        {
            draft.Open([]).Execute("DROP TABLE main.credit_intervals");
            draft.Publish();
        }

        var left = Listed();

        Assert.Equal(["learned_conversions", "learned_conversions_high", "learned_conversions_low"], whole.Except(left, StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Contains("gold_leads", left);
        Assert.Contains("cost", left);
    }

    private IReadOnlyList<string> Listed()
    {
        var stages = new Stages(AppContext.BaseDirectory, TimeProvider.System);
        var (workspace, _) = Around(stages).Open(_folder.Path);
        using var open = stages.Open(workspace, CancellationToken.None);
        return [.. open.Metrics().Select(m => m.Column.Id)];
    }
}
