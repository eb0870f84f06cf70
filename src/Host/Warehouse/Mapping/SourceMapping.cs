using System.Globalization;
using Merit.Host.Warehouse.Identity;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Warehouse.Staging;
using Merit.Host.Workspaces;
using Merit.Metrics.Schema;

namespace Merit.Host.Warehouse.Mapping;

/// <summary>
/// A source seen through its mapping: a view with one row per staged row, its values converted, and what is wrong with it. The view is made of layers, each a
/// SELECT over the one before: as read, as given, as local times, as values, as money, as judged.
/// </summary>
internal sealed class SourceMapping
{
    /// <summary>Index into <see cref="Checks"/>; null for a sound row.</summary>
    public const string Failure = "merit:failure";

    /// <summary>False for a row that the source's <c>where</c> leaves out.</summary>
    public const string Kept = "merit:kept";

    private readonly Session _session;
    private readonly Source _source;
    private readonly TableLayout _layout;
    private readonly string _currency;
    private readonly List<Check> _checks = [];

    private SourceMapping(Session session, Workspace workspace, Source source, TableLayout layout)
    {
        (_session, _source, _layout, _currency) = (session, source, layout, workspace.Currency);
        View = $"{StagingArea.FreshName()}_mapped";
        Sound = $"(SELECT * FROM temp.{View} WHERE {SqlText.Name(Kept)} AND {SqlText.Name(Failure)} IS NULL)";
    }

    /// <summary>The view.</summary>
    public string View { get; }

    /// <summary>The columns of the table it has values for.</summary>
    public IReadOnlyList<string> Filled { get; private set; } = [];

    /// <summary>What may be wrong with a row.</summary>
    public IReadOnlyList<Check> Checks => _checks;

    /// <summary>The rows that are kept and sound.</summary>
    public string Sound { get; private set; }

    /// <summary>Makes the view; throws with all that is wrong with the mapping.</summary>
    public static SourceMapping Make(Session session, Workspace workspace, Source source, Staged staged, TableLayout layout)
    {
        var mapping = new SourceMapping(session, workspace, source, layout);
        var columns = new SourceColumns(session, source, staged);
        mapping.Build(workspace, staged, columns.Resolve(), source.Where is { } where ? columns.FaultsIn(where) : null);
        return mapping;
    }

    /// <summary>Loads other rows in the place of the sound ones: the same columns, and the row ids of some of them.</summary>
    public void Replace(string sound) => Sound = sound;

    private void Build(Workspace workspace, Staged staged, IReadOnlyList<Origin> origins, string? whereFault)
    {
        var given = Given(AsRead(staged, origins, whereFault), origins);
        var kinds = _session.Query($"DESCRIBE {given}", r => r.GetString(1)).Skip(2).Select(RawKinds.Of).ToList();
        List<MappedColumn> columns =
        [
            .. origins.Select((o, i) => new MappedColumn(
                o, Raw(i), kinds[i] == RawKind.Other ? RawKind.Text : kinds[i], _layout.Column(o.Mapping.Name)?.Type ?? ColumnType.Text)),
        ];
        var named = new CurrencyOfRows(columns, _currency);
        var conversions = columns.ToDictionary(c => c, c => new Conversion(_source.Zone, c.Origin.Mapping.Format, c.Origin.Mapping.DecimalSeparator, named.Column));
        var times = columns.Where(c => Conversion.NeedsClock(c.Type)).ToList();
        var local = $"""
            SELECT *{string.Concat(times.Select(c => $", {conversions[c].Value(c.Raw, c.Kind, c.Type)} AS {c.Local}"))}, {named.Expression} AS {named.Column}
            FROM ({given})
            """;
        var reach = Reach(local, times);
        var values = columns.Select(c => Conversion.NeedsClock(c.Type)
            ? $"{conversions[c].Instant(c.Raw, c.Kind, c.Local, reach)} AS {c.Name}"
            : $"{(named.Is(c) ? named.Code : Hidden(workspace, c, conversions[c].Value(c.Raw, c.Kind, c.Type)))} AS {c.Name}");
        var valued = $"SELECT {RowId}, {SqlText.Name(Kept)}, {string.Join(", ", columns.Select(c => c.Raw))}{Tries(origins)}, {named.Column}, {string.Join(", ", values)} FROM ({local})";
        var money = new MoneyConversion(workspace, _layout, columns, named);
        var priced = money.Over(valued);
        Filled = [.. columns.Select(c => c.Origin.Mapping.Name), .. money.Originals];
        Judge(columns, named, money);
        _checks.AddRange(money.Checks);
        var cases = string.Concat(_checks.Select((c, i) => string.Create(CultureInfo.InvariantCulture, $" WHEN {c.Condition} THEN {i}")));
        _session.Execute($"CREATE TEMP VIEW {View} AS SELECT *, {(cases.Length == 0 ? "NULL::INTEGER" : $"CASE{cases} END")} AS {SqlText.Name(Failure)} FROM ({priced})");
    }

    // What may not be kept as it is never comes further than this.
    private static string Hidden(Workspace workspace, MappedColumn column, string value) =>
        column.Type == ColumnType.Text && workspace.Identity is { } identity && identity.Hashes(column.Origin.Mapping.Name)
            ? new KeyText(identity.KeyOf(column.Origin.Mapping.Name), hashed: false).Hash(value, new KeyedHash(identity.Secret))
            : value;

    // How far the source's times go; a zone without jumps need not know.
    private (DateTime First, DateTime Last) Reach(string local, IReadOnlyList<MappedColumn> times)
    {
        if (times.Count == 0 || !_source.Zone.SupportsDaylightSavingTime)
        {
            return (DateTime.MinValue, DateTime.MaxValue);
        }

        var first = string.Join(", ", times.Select(t => $"min({t.Local})"));
        var last = string.Join(", ", times.Select(t => $"max({t.Local})"));
        return _session.Query($"SELECT least({first}), greatest({last}) FROM ({local})", r => r.IsDBNull(0) ? default : (r.GetDateTime(0), r.GetDateTime(1)))[0];
    }

    // TRY gives null where the expression fails; the list around it tells that from a null of its own.
    private string AsRead(Staged staged, IReadOnlyList<Origin> origins, string? whereFault)
    {
        var columns = origins.Select((o, i) => (o.CanFail ? $"TRY([{o.Sql}]) AS {Try(i)}" : $"{o.Sql} AS {Raw(i)}") + (o.Fault is null ? "" : $", {o.Fault} AS {Fault(i)}"));
        var tried = $"TRY([CAST(({_source.Where}\n) AS BOOLEAN)])";
        var where = _source.Where is null ? "" : $", {(whereFault is null ? tried : $"CASE WHEN {whereFault} IS NULL THEN {tried} END")} AS \"merit:where\"";
        return $"SELECT {RowId}{where}, {string.Join(", ", columns)} FROM {staged.Relation}";
    }

    private string Given(string read, IReadOnlyList<Origin> origins)
    {
        var kept = _source.Where is null ? "true" : "CASE WHEN \"merit:where\" IS NULL THEN true ELSE coalesce(\"merit:where\"[1], false) END";
        var columns = origins.Select((o, i) => o.CanFail ? $"{Try(i)}[1] AS {Raw(i)}" : Raw(i));
        return $"SELECT {RowId}, {kept} AS {SqlText.Name(Kept)}, {string.Join(", ", columns)}{Tries(origins)} FROM ({read})";
    }

    private string Tries(IReadOnlyList<Origin> origins) =>
        string.Concat(origins.Select((o, i) => (o.CanFail ? $", {Try(i)}" : "") + (o.Fault is null ? "" : $", {Fault(i)}"))) + (_source.Where is null ? "" : ", \"merit:where\"");

    private void Judge(IReadOnlyList<MappedColumn> columns, CurrencyOfRows named, MoneyConversion money)
    {
        if (_source.Where is not null)
        {
            _checks.Add(new Check("\"merit:where\" IS NULL", null, "'the condition in where fails on this row'"));
        }

        for (var i = 0; i < columns.Count; i++)
        {
            var column = columns[i];
            if (column.Origin.Fault is not null)
            {
                _checks.Add(new Check($"{Fault(i)} IS NOT NULL", column.Origin.Mapping.Name, $"'the cell holds the error ' || {Fault(i)}"));
            }

            if (column.Origin.CanFail)
            {
                _checks.Add(new Check($"{Try(i)} IS NULL", column.Origin.Mapping.Name, "'the expression fails on this row'"));
            }

            if (column.Type != ColumnType.Text)
            {
                var empty = column.Kind == RawKind.Text ? $" AND trim({column.Raw}) <> ''" : column.Kind == RawKind.Fraction ? $" AND NOT isnan({column.Raw})" : "";
                var value = column.Type == ColumnType.Money ? money.Before(column) : column.Name;
                _checks.Add(new Check($"{column.Raw} IS NOT NULL AND {value} IS NULL{empty}", column.Origin.Mapping.Name, Reason(column, named)));
            }
        }

        foreach (var key in _layout.Key)
        {
            if (columns.FirstOrDefault(c => string.Equals(c.Origin.Mapping.Name, key, StringComparison.OrdinalIgnoreCase)) is { } column)
            {
                _checks.Add(new Check($"{column.Name} IS NULL", key, $"'the key {key} is empty'"));
            }
        }
    }

    // Where one setting in merit.yaml would do, the reason names it.
    private static string Reason(MappedColumn column, CurrencyOfRows named)
    {
        var value = $"'\"' || left(CAST({column.Raw} AS VARCHAR), 60) || '\" is not ' || ";
        var expected = SqlText.Text(Conversion.Expected(column.Type));
        var (format, separator) = (column.Origin.Mapping.Format, column.Origin.Mapping.DecimalSeparator);
        return (column.Type, column.Kind) switch
        {
            (ColumnType.Date or ColumnType.Timestamp, _) when format is not null => value + SqlText.Text($"{Conversion.Expected(column.Type)} of the form {format}"),
            (ColumnType.Date or ColumnType.Timestamp, RawKind.Text) => value + SqlText.Text($"{Conversion.Expected(column.Type)} in ISO 8601; 'format' says how else it is written"),
            (ColumnType.Money, RawKind.Text) =>
                $"{value}CASE WHEN {NumberText.IsIn(column.Raw, named.Column)} OR {NumberText.Digits(column.Raw, separator)} IS NULL THEN {expected} ELSE 'in ' || {named.Column} END"
                + OtherSeparator(column.Raw, separator),
            (ColumnType.Number or ColumnType.Integer, RawKind.Text) => value + expected + OtherSeparator(column.Raw, separator),
            _ => value + expected,
        };
    }

    private static string OtherSeparator(string raw, char separator)
    {
        var other = separator == ',' ? '.' : ',';
        return $" || CASE WHEN {NumberText.Digits(raw, separator)} IS NULL AND {NumberText.Digits(raw, other)} IS NOT NULL THEN '; with decimal: \"{other}\" it is a number' ELSE '' END";
    }

    private static string RowId => SqlText.Name(Staged.RowId);

    private static string Raw(int i) => string.Create(CultureInfo.InvariantCulture, $"\"merit:r{i}\"");

    private static string Try(int i) => string.Create(CultureInfo.InvariantCulture, $"\"merit:t{i}\"");

    private static string Fault(int i) => string.Create(CultureInfo.InvariantCulture, $"\"merit:e{i}\"");
}
