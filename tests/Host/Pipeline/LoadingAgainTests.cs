using System.Globalization;
using System.Text;
using Merit.Host.Warehouse.Versions;

namespace Merit.Host.Tests.Pipeline;

/// <summary>Loads one after the other: what changed is shared out again, the rest is kept, and nobody can tell from the credit.</summary>
public sealed class LoadingAgainTests : SmallWorkspace
{
    private const string Sources = """
        name: Again
        currency: CNY
        timezone: UTC
        attribution: { default: u-shaped, models: [first, u-shaped, time-decay], lookback: 30d }
        sources:
          touchpoints: { connector: files, path: "touches*.csv", into: touchpoints, columns: { touch_id: id, contact_id: who, occurred_at: at, channel: channel } }
          orders: { connector: files, path: orders.csv, into: orders, columns: { order_id: id, contact_id: who, ordered_at: at, amount: amount } }
        """;

    [Fact]
    public async Task A_day_of_new_data_changes_what_it_can_change()
    {
        _folder.Write("merit.yaml", Sources);
        _folder.Write("metrics/own.csx", "");
        _folder.Write("touches.csv", Touches(0, 400, 40));
        _folder.Write("orders.csv", Orders(80));
        Assert.Equal(0, await Merit("load"));
        Assert.DoesNotContain("kept", Notes, StringComparison.Ordinal);

        Assert.Contains("No journey has changed: all credit is kept.", await Load(), StringComparison.Ordinal);

        // A day of touches that lead to nothing yet, and one that came late for two orders.
        _folder.Write("touches-2.csv", Touches(400, 20, 60) + "late,c3,2025-01-02,expo\n");
        Assert.Contains("Changed since the last load, and shared out again: 2 conversions; the credit of all others is kept.", await Load(), StringComparison.Ordinal);
        var kept = Credits();

        Directory.Delete(Path.Combine(_folder.Path, ".merit", "warehouse"), recursive: true);
        Assert.DoesNotContain("kept", await Load(), StringComparison.Ordinal);
        Assert.Equal(Credits(), kept);

        _folder.Write("merit.yaml", Sources.Replace("30d", "29d", StringComparison.Ordinal));
        Assert.DoesNotContain("kept", await Load(), StringComparison.Ordinal);
    }

    private async Task<string> Load()
    {
        _notes.GetStringBuilder().Clear();
        Assert.Equal(0, await Merit("load"));
        return Notes;
    }

    private IReadOnlyList<string> Credits()
    {
        using var session = new PublishedVersions(Path.Combine(_folder.Path, ".merit", "warehouse")).OpenLatest();
        return session.Query("SELECT concat_ws('|', COLUMNS(*)) FROM credits ORDER BY conversion_id, position", row => row.GetString(0));
    }

    private static string Touches(int first, int count, int day)
    {
        var text = new StringBuilder("id,who,at,channel\n");
        for (var i = first; i < first + count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"t{i},c{i % 40},{new DateTime(2025, 1, 1).AddDays(day == 60 ? 60 : i * 7 % 40):yyyy-MM-dd},{(i % 3 == 0 ? "email" : "expo")}\n");
        }

        return text.ToString();
    }

    private static string Orders(int count)
    {
        var text = new StringBuilder("id,who,at,amount\n");
        for (var i = 0; i < count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{i},c{i % 40},{new DateTime(2025, 1, 10).AddDays(i / 40 * 15):yyyy-MM-dd},{100 + i}\n");
        }

        return text.ToString();
    }
}
