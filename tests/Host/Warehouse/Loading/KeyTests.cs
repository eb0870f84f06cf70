using Merit.Diagnostics.Rules;

namespace Merit.Host.Tests.Warehouse.Loading;

public sealed class KeyTests : IDisposable
{
    private readonly LoadBed _bed = new();

    [Fact]
    public async Task The_first_row_of_a_key_is_kept_and_the_others_point_to_it()
    {
        _bed.Write("a.csv", "id,source\nL1,first\nL2,x\nL1,again\n,nobody\n");
        _bed.Write("b.csv", "id,source\nL3,x\nL2,other\nL3,x\n");
        var load = (await _bed.LoadAsync(_bed.Source("leads", "?.csv", "lead_id=id", "source"))).Loads[0];
        Assert.Equal(["L1|first", "L2|x", "L3|x"], _bed.Rows("SELECT lead_id, source FROM leads ORDER BY 1"));
        Assert.Equal((7, 3, 4), (load.Read, load.Loaded, load.Rejected));
        Assert.Equal(
            [
                "a.csv 4 lead_id duplicate of row 2: L1,again", "a.csv 5 lead_id the key lead_id is empty: ,nobody",
                "b.csv 3 lead_id duplicate of row 3 of a.csv: L2,other", "b.csv 4 lead_id duplicate of row 2: L3,x",
            ],
            _bed.Rejects().Select(r => $"{r.File} {r.Row} {r.Column} {r.Reason}: {r.Raw}"));
    }

    [Fact]
    public async Task A_key_of_two_columns()
    {
        _bed.Write("att.csv", "c,p,minutes\nA,1,5\nA,2,5\nA,1,6\nB,,7\n");
        await _bed.LoadAsync(_bed.Source("attendance", "att.csv", "campaign_id=c", "contact_id=p", "minutes"));
        Assert.Equal(["A|1|5", "A|2|5"], _bed.Rows("SELECT campaign_id, contact_id, minutes FROM attendance ORDER BY ALL"));
        Assert.Equal(["duplicate of row 2", "the key contact_id is empty"], _bed.Rejects().Select(r => r.Reason));
    }

    [Fact]
    public async Task Two_sources_fill_one_table_by_its_key()
    {
        _bed.Write("mql.csv", "id,created,origin\nL1,2025-01-01,web\nL2,2025-01-02,expo\n");
        _bed.Write("won.csv", "id,won,origin\nL2,2025-02-02,\nL3,2025-02-03,call\nL2,2025-02-04,x\n");
        var outcome = await _bed.LoadAsync(
            _bed.Source("leads", "mql.csv", "lead_id=id", "created_at=created", "source=origin"), _bed.Source("leads", "won.csv", "lead_id=id", "won_at=won", "source=origin"));
        Assert.Equal(
            ["L1|2025-01-01 00:00:00|∅|web", "L2|2025-01-02 00:00:00|2025-02-02 00:00:00|expo", "L3|∅|2025-02-03 00:00:00|call"],
            _bed.Rows("SELECT lead_id, created_at, won_at, source FROM leads ORDER BY 1"));
        Assert.Equal([(2L, 2L, 0L), (3L, 2L, 1L)], outcome.Loads.Select(l => (l.Read, l.Loaded, l.Rejected)));
        Assert.Equal("duplicate of row 2", Assert.Single(_bed.Rejects()).Reason);
        var warning = Assert.Single(outcome.Warnings, w => w.Rule == LoadRules.FilledTwice);
        Assert.Equal("The column 'leads.source' is filled by 'mql' and by 'won'.", warning.Message);
        Assert.Equal((new DateOnly(2025, 1, 1), new DateOnly(2025, 1, 2)), (outcome.Loads[0].CoveredFrom, outcome.Loads[0].CoveredTo));
        Assert.Null(outcome.Loads[1].CoveredFrom);
    }

    [Fact]
    public async Task Two_sources_add_to_a_table_without_a_key()
    {
        _bed.Write("ads.csv", "date,amount\n2025-01-01,1\n2025-01-01,1\n");
        _bed.Write("venue.csv", "date,amount\n2025-01-05,2\n");
        var outcome = await _bed.LoadAsync(_bed.Source("spend", "ads.csv", "date", "amount"), _bed.Source("spend", "venue.csv", "date", "amount"));
        Assert.Equal(["1.0000|ads", "1.0000|ads", "2.0000|venue"], _bed.Rows("SELECT amount, source FROM spend ORDER BY rowid"));
        Assert.Equal([new DateOnly(2025, 1, 1), new DateOnly(2025, 1, 5)], outcome.Loads.Select(l => l.CoveredTo.GetValueOrDefault()));
    }

    [Fact]
    public async Task A_table_of_the_workspaces_own_has_the_key_it_is_given()
    {
        _bed.Write("t.csv", "k,v\n1,a\n1,b\n");
        await _bed.LoadAsync(_bed.Source("things", "t.csv", "k", "v") with { Key = ["k"] });
        Assert.Equal(["1|a"], _bed.Rows("SELECT k, v FROM things"));
        await _bed.LoadAsync(_bed.Source("things", "t.csv", "k", "v"));
        Assert.Equal(2, _bed.Rows("SELECT k, v FROM things").Count);
    }

    public void Dispose() => _bed.Dispose();
}
