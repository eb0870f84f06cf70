using Merit.Diagnostics.Rules;
using Merit.Host.Warehouse;

namespace Merit.Host.Tests.Warehouse.Loading;

public sealed class LoaderTests : IDisposable
{
    private readonly LoadBed _bed = new();

    [Fact]
    public async Task A_file_becomes_a_table()
    {
        _bed.Write("leads.csv", "id,created,campaign\nL1,2025-01-02,webinar\nL2,2025-01-03 10:30,\n");
        var outcome = await _bed.LoadAsync(_bed.Source("leads", "leads.csv", "lead_id=id", "created_at=created", "campaign_id=campaign"));
        Assert.Equal(["L1|2025-01-02 00:00:00|webinar", "L2|2025-01-03 10:30:00|∅"], _bed.Rows("SELECT lead_id, created_at, campaign_id FROM leads ORDER BY 1"));
        var load = Assert.Single(outcome.Loads);
        Assert.Equal((2, 2, 0, 0), (load.Read, load.Loaded, load.Rejected, load.Filtered));
        Assert.Equal((new DateOnly(2025, 1, 2), new DateOnly(2025, 1, 3)), (load.CoveredFrom, load.CoveredTo));
    }

    [Fact]
    public async Task Three_bad_rows_of_a_thousand_are_kept_with_their_lines()
    {
        var lines = Enumerable.Range(1, 1000).Select(i => i switch
        {
            100 => "L100,2025-01-01",
            500 => "L500,\"2025-01-01,12",
            900 => "L900,2025-01-01,1.2.3",
            _ => $"L{i},2025-01-01,{i}.5",
        });
        _bed.Write("leads.csv", "lead_id,created_at,score\n" + string.Join('\n', lines) + "\n");
        var outcome = await _bed.LoadAsync(_bed.Source("leads", "leads.csv", "lead_id", "created_at", "score"));
        var load = Assert.Single(outcome.Loads);
        Assert.Equal((1000, 997, 3), (load.Read, load.Loaded, load.Rejected));
        Assert.Equal(
            [
                new RejectedRow("leads", "leads", "leads.csv", 101, null, "2 fields where the header has 3", "L100,2025-01-01"),
                new RejectedRow("leads", "leads", "leads.csv", 501, null, "a quote is never closed", "L500,\"2025-01-01,12"),
                new RejectedRow("leads", "leads", "leads.csv", 901, "score", "\"1.2.3\" is not a number", "L900,2025-01-01,1.2.3"),
            ],
            _bed.Rejects());
    }

    [Fact]
    public async Task A_column_the_source_has_not_is_found_with_its_place_and_the_nearest_name()
    {
        _bed.Write("leads.csv", "lead_id,first_contact\nL1,2025-01-01\n");
        var finding = Assert.Single(await _bed.FailAsync(_bed.Source("leads", "leads.csv", "lead_id", "created_at=first_contct")));
        Assert.Equal(LoadRules.NoSuchColumn, finding.Rule);
        Assert.Equal("merit.yaml(20,7)", $"{finding.At}");
        Assert.Contains("Did you mean 'first_contact'?", finding.NextStep);
        Assert.Null(_bed.Versions.Latest);
    }

    public void Dispose() => _bed.Dispose();
}
