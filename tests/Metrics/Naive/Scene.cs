namespace Merit.Metrics.Tests.Naive;

/// <summary>A row: the table it is of, and what stands in its columns.</summary>
internal sealed record Row(string Table, IReadOnlyDictionary<string, object?> Cells)
{
    public object? this[string column] => Cells.GetValueOrDefault(column);

    public string? Text(string column) => (string?)this[column];

    public override string ToString() => string.Join(", ", Cells.Where(c => c.Value is not null).Select(c => $"{c.Key}: {Shown(c.Value)}"));

    public static string Shown(object? value) => value switch
    {
        null => "null",
        DateOnly day => day.ToString("yyyy-MM-dd"),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss"),
        string text => $"\"{text}\"",
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "",
    };
}

/// <summary>All rows there are, and the calendar they are looked at with.</summary>
internal sealed record Scene(IReadOnlyList<Row> Rows, TimeZoneInfo Zone, DayOfWeek WeekStart, DateOnly Today)
{
    public IEnumerable<Row> Of(string table) => Rows.Where(r => r.Table == table);

    public DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);

    public DateTime Utc(DateTime local) => TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), Zone);

    /// <summary>The day of a day or a time.</summary>
    public DateOnly? DayOf(object? value) => value switch { DateOnly day => day, DateTime time => DateOnly.FromDateTime(Local(time)), _ => null };

    /// <summary>The campaign of a row: its own, and of a lead without one that of the contact's first touch.</summary>
    public string? Campaign(Row row) => row.Text("campaign_id") ?? (row.Table == "leads" ? Touch(row)?.Text("campaign_id") : null);

    /// <summary>The row of another table that a row looks up, or null.</summary>
    public Row? Find(Row row, string table) => table == row.Table ? row : table switch
    {
        "campaigns" => By("campaigns", "campaign_id", Campaign(row)),
        "leads" => By("leads", "lead_id", row.Text("lead_id")),
        "accounts" when row.Table == "leads" => By("contacts", "contact_id", row.Text("contact_id")) is { } contact ? By("accounts", "account_id", contact.Text("account_id")) : null,
        "accounts" => By("accounts", "account_id", row.Text("account_id")),
        _ => null,
    };

    public string? Channel(Row row) =>
        Find(row, "campaigns")?.Text("channel") ?? row.Text("channel") ?? (row.Table is "leads" or "sales" ? Touch(row)?.Text("channel") : null);

    private Row? Touch(Row row) => By("first_touches", "contact_id", row.Text("contact_id"));

    private Row? By(string table, string key, string? value) => value is null ? null : Of(table).FirstOrDefault(r => r.Text(key) == value);
}
