using System.Globalization;

namespace Merit.Plugins.Tests.Connectors.Http.Vendors;

/// <summary>A deal in a CRM.</summary>
internal sealed record Deal(int Number, DateTime Modified, decimal? Amount, string? Stage);

/// <summary>A CRM: deals that are added, changed and deleted.</summary>
internal abstract class CrmServer : VendorServer
{
    private int _last;
    private DateTime _time = new(2025, 3, 1, 8, 0, 0, DateTimeKind.Utc);

    public override IReadOnlyList<string> Columns => ["id", "amount", "stage"];

    public override IReadOnlyList<string> Expected => [.. Deals.Values.Select(d => $"{Id(d.Number)}|{Number(d.Amount)}|{d.Stage ?? "∅"}").Order(StringComparer.Ordinal)];

    /// <summary>By number, which is the order of ids.</summary>
    protected SortedDictionary<int, Deal> Deals { get; } = [];

    protected List<(int Number, DateTime At)> Deleted { get; } = [];

    public override void Fill(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var number = ++_last;
            Deals[number] = new Deal(number, Tick(), number * 1.25m, "Open");
        }
    }

    public override void Change()
    {
        var first = Deals.First().Value;
        Deals[first.Number] = first with { Modified = Tick(), Amount = (first.Amount ?? 0) + 1000 };
    }

    /// <summary>Whether what is deleted can be asked for.</summary>
    public virtual bool TellsDeleted => true;

    /// <summary>When a record last changed.</summary>
    public DateTime LastChange => _time;

    /// <summary>Changes the record that stands last.</summary>
    public void ChangeLast() => Deals[Deals.Last().Key] = Deals.Last().Value with { Modified = Tick(), Amount = 7 };

    public virtual void Delete()
    {
        var last = Deals.Last().Key;
        Deals.Remove(last);
        Deleted.Add((last, Tick()));
    }

    public override void BeOdd()
    {
        var numbers = Deals.Keys.Take(3).ToList();
        Deals[numbers[0]] = Deals[numbers[0]] with { Stage = "赢单 🎉 \"done\"\n" };
        Deals[numbers[1]] = Deals[numbers[1]] with { Stage = "مرحلة \u202eX" };
        Deals[numbers[2]] = Deals[numbers[2]] with { Stage = null, Amount = null };
    }

    /// <summary>A moment after all there was.</summary>
    protected DateTime Tick() => _time = _time.AddSeconds(30);

    protected virtual string Id(int number) => (1000000 + number).ToString(CultureInfo.InvariantCulture);

    protected static int NumberOf(string? id) => id is { Length: > 0 } ? int.Parse(id, CultureInfo.InvariantCulture) - 1000000 : 0;

    protected static DateTime Since(string? text) => text is { Length: > 0 } ? DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal) : DateTime.MinValue;

    protected static DateTime SinceEpoch(string? ms) => ms is { Length: > 0 } ? DateTime.UnixEpoch.AddMilliseconds(long.Parse(ms, CultureInfo.InvariantCulture)) : DateTime.MinValue;

    protected static long Epoch(DateTime time) => (long)(time - DateTime.UnixEpoch).TotalMilliseconds;
}
