namespace Merit.Host.Tests.Warehouse.Deriving;

public sealed class SpendRulesTests : IDisposable
{
    private readonly LoadBed _bed = new();

    public SpendRulesTests() => _bed.Write("campaigns.csv", "id,start,end\nC1,2025-01-01,2025-01-03\nC2,2025-02-01,\nC3,,\n");

    [Fact]
    public async Task A_lump_is_spread_over_the_campaigns_days_to_the_last_fraction()
    {
        _bed.Write("crm.csv", "camp,amount,note\nC1,100,n\nC2,7,\nC3,8,\nC1,-0.0002,\n");
        await LoadAsync();
        Assert.Equal(
            [
                "C1|2025-01-01|33.3333|33.3333|n", "C1|2025-01-02|33.3333|33.3333|n", "C1|2025-01-03|33.3334|33.3334|n",
                "C2|2025-02-01|7.0000|7.0000|∅", "C3|∅|8.0000|8.0000|∅",
            ],
            _bed.Rows("SELECT campaign_id, date, amount, original_amount, note FROM spend WHERE amount > 1 ORDER BY ALL"));
        Assert.Equal(["114.9998"], _bed.Rows("SELECT sum(amount)::DECIMAL(18,4) FROM spend"));
        Assert.Equal(["spend-spread|3", "spend-without-date|1"], _bed.Rows("SELECT code, count FROM merit.notes ORDER BY code"));
    }

    [Theory]
    [InlineData("", "", true)]
    [InlineData("media", "media", true)]
    [InlineData("media", "", true)]
    [InlineData("venue", "media", false)]
    public async Task Where_a_lump_and_daily_cost_tell_the_same_the_first_source_counts(string category, string other, bool same)
    {
        _bed.Write("crm.csv", $"camp,amount,category\nC1,90,{category}\n");
        _bed.Write("ads.csv", $"camp,date,amount,category\nC1,2025-01-02,50,{other}\nC2,2025-02-01,5,{other}\n");
        await LoadAsync("crm.csv", "ads.csv");
        Assert.Equal([same ? "crm|90.0000" : "ads|50.0000"], _bed.Rows("SELECT source, sum(amount)::DECIMAL(18,4) FROM spend WHERE campaign_id = 'C1' GROUP BY 1 ORDER BY 1 LIMIT 1"));
        Assert.Equal([same ? "95.0000" : "145.0000"], _bed.Rows("SELECT sum(amount)::DECIMAL(18,4) FROM spend"));
        Assert.Equal(same ? ["1|C1 (ads)"] : [], _bed.Rows("SELECT count, examples[1] FROM merit.notes WHERE code = 'spend-superseded'"));
        await LoadAsync("ads.csv", "crm.csv");
        Assert.Equal([same ? "55.0000" : "145.0000"], _bed.Rows("SELECT sum(amount)::DECIMAL(18,4) FROM spend"));
    }

    [Fact]
    public async Task Daily_cost_of_several_sources_adds_up()
    {
        _bed.Write("crm.csv", "camp,date,amount\nC1,2025-01-01,1\nC1,2025-01-01,1\n");
        _bed.Write("ads.csv", "camp,date,amount\nC1,2025-01-01,2\n");
        await LoadAsync("crm.csv", "ads.csv");
        Assert.Equal(["4.0000"], _bed.Rows("SELECT sum(amount)::DECIMAL(18,4) FROM spend"));
        Assert.Empty(_bed.Rows("FROM merit.notes"));
    }

    public void Dispose() => _bed.Dispose();

    private async Task LoadAsync(params string[] files)
    {
        files = files.Length == 0 ? ["crm.csv"] : files;
        var sources = files.Select(file =>
        {
            var header = File.ReadLines(Path.Combine(_bed.Directory, file)).First().Split(',');
            return _bed.Source("spend", file, [.. header.Select(h => h == "camp" ? "campaign_id=camp" : h)]);
        });
        await _bed.LoadAsync([_bed.Source("campaigns", "campaigns.csv", "campaign_id=id", "start_date=start", "end_date=end"), .. sources]);
    }
}
