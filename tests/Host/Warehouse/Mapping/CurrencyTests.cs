using Merit.Diagnostics.Rules;

namespace Merit.Host.Tests.Warehouse.Mapping;

public sealed class CurrencyTests : IDisposable
{
    private LoadBed _bed = new();

    [Fact]
    public async Task Amounts_take_the_rate_of_their_day_or_the_latest_before_it_and_keep_what_they_were()
    {
        Rates();
        _bed.Write("spend.csv", "date,amount,currency\n2025-01-01,100,USD\n2025-01-31,100,usd\n2025-02-01,100,USD\n2025-03-01,\"$1,000.55\",USD\n2025-03-01,5,\n2025-03-01,6,RMB\n2025-03-01,1,EUR\n");
        var outcome = await _bed.LoadAsync(_bed.Source("rates", "rates.csv", "currency", "date", "rate"), _bed.Source("spend", "spend.csv", "date", "amount", "currency"));
        Assert.Equal(
            ["2025-01-01|700.0000|100.0000|USD", "2025-01-31|700.0000|100.0000|USD", "2025-02-01|725.0000|100.0000|USD", "2025-03-01|7253.9875|1000.5500|USD", "2025-03-01|6.0000|6.0000|CNY", "2025-03-01|5.0000|5.0000|∅", "2025-03-01|7.8000|1.0000|EUR"],
            _bed.Rows("SELECT date, amount, original_amount, currency FROM spend ORDER BY date, original_amount DESC"));
        Assert.Empty(outcome.Warnings);
    }

    [Fact]
    public async Task Rates_are_loaded_first_wherever_they_stand()
    {
        Rates();
        _bed.Write("orders.csv", "id,at,amount,cost,currency\nO1,2025-02-10,10,4,USD\n");
        await _bed.LoadAsync(
            _bed.Source("orders", "orders.csv", "order_id=id", "ordered_at=at", "amount", "cost_of_goods=cost", "currency"), _bed.Source("rates", "rates.csv", "currency", "date", "rate"));
        Assert.Equal(["72.5000|10.0000|29.0000"], _bed.Rows("SELECT amount, original_amount, cost_of_goods FROM orders"));
    }

    [Fact]
    public async Task A_missing_rate_rejects_the_row_and_warns()
    {
        Rates();
        _bed.Write("spend.csv", "date,amount,currency\n2024-12-31,100,USD\n2025-01-01,100,JPY\n2025-01-01,,JPY\n2025-01-01,7,CNY\n");
        var outcome = await _bed.LoadAsync(_bed.Source("rates", "rates.csv", "currency", "date", "rate"), _bed.Source("spend", "spend.csv", "date", "amount", "currency"));
        Assert.Equal(["7.0000", "∅"], _bed.Rows("SELECT amount FROM spend ORDER BY amount"));
        Assert.Equal(["2 currency no rate for USD on 2024-12-31 or before", "3 currency no rate for JPY on 2025-01-01 or before"], _bed.Rejects().Select(r => $"{r.Row} {r.Column} {r.Reason}"));
        var warning = Assert.Single(outcome.Warnings, w => w.Rule == LoadRules.NoRate);
        Assert.StartsWith("Rows of the source 'spend' are in a currency without a rate on their day, 2 in all: ", warning.Message);
    }

    [Fact]
    public async Task The_day_is_that_of_the_workspace()
    {
        _bed = new LoadBed { Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai") };
        Rates();
        _bed.Write("orders.csv", "id,at,amount,currency\nO1,2025-01-31T15:59:59Z,1,USD\nO2,2025-01-31T16:00:00Z,1,USD\n");
        await _bed.LoadAsync(_bed.Source("rates", "rates.csv", "currency", "date", "rate"), _bed.Source("orders", "orders.csv", "order_id=id", "ordered_at=at", "amount", "currency"));
        Assert.Equal(["7.0000", "7.2500"], _bed.Rows("SELECT amount FROM orders ORDER BY order_id"));
    }

    [Fact]
    public async Task A_deal_is_dated_by_its_end_a_budget_by_its_start_and_no_date_takes_the_latest_rate()
    {
        Rates();
        _bed.Write("deals.csv", "id,created,closed,amount,currency\nD1,2025-01-05,2025-02-05,100,USD\nD2,2025-01-05,,100,USD\nD3,,,100,USD\n");
        _bed.Write("campaigns.csv", "id,start,budget,currency\nC1,2025-01-05,100,USD\n");
        await _bed.LoadAsync(
            _bed.Source("rates", "rates.csv", "currency", "date", "rate"),
            _bed.Source("opportunities", "deals.csv", "opportunity_id=id", "created_at=created", "closed_at=closed", "amount", "currency"),
            _bed.Source("campaigns", "campaigns.csv", "campaign_id=id", "start_date=start", "budget", "currency"));
        Assert.Equal(["D1|725.0000", "D2|700.0000", "D3|725.0000"], _bed.Rows("SELECT opportunity_id, amount FROM opportunities ORDER BY 1"));
        Assert.Equal(["700.0000|100.0000"], _bed.Rows("SELECT budget, original_budget FROM campaigns"));
    }

    [Fact]
    public async Task An_amount_that_names_another_currency_than_its_row_is_rejected()
    {
        Rates();
        _bed.Write("spend.csv", "date,amount,currency\n2025-01-01,¥5,USD\n2025-01-01,€5,EUR\n2025-01-01,$5,CNY\n");
        await _bed.LoadAsync(_bed.Source("rates", "rates.csv", "currency", "date", "rate"), _bed.Source("spend", "spend.csv", "date", "amount", "currency"));
        Assert.Equal(["2 \"¥5\" is not in USD", "4 \"$5\" is not in CNY"], _bed.Rejects().Select(r => $"{r.Row} {r.Reason}"));
    }

    [Fact]
    public async Task Without_a_currency_amounts_are_in_the_workspaces()
    {
        _bed.Write("spend.csv", "date,amount\n2025-01-01,5\n");
        await _bed.LoadAsync(_bed.Source("spend", "spend.csv", "date", "amount"));
        Assert.Equal(["5.0000|5.0000|∅"], _bed.Rows("SELECT amount, original_amount, currency FROM spend"));
    }

    [Fact]
    public async Task A_constant_currency_counts_for_every_row()
    {
        Rates();
        _bed.Write("spend.csv", "date,amount\n2025-01-01,5\n");
        await _bed.LoadAsync(_bed.Source("rates", "rates.csv", "currency", "date", "rate"), _bed.Source("spend", "spend.csv", "date", "amount", "currency:USD"));
        Assert.Equal(["35.0000|5.0000|USD"], _bed.Rows("SELECT amount, original_amount, currency FROM spend"));
    }

    public void Dispose() => _bed.Dispose();

    private void Rates() => _bed.Write("rates.csv", "currency,date,rate\nusd,2025-01-01,7.0\nUSD,2025-02-01,7.25\nEUR,2025-01-01,7.8\n");
}
