using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Metrics.Schema;
using Merit.Metrics.Tables;

namespace Merit.Host.Workspaces;

/// <summary>Whether what a source fills fits the data model.</summary>
internal sealed class SourceChecks(Source source, Findings findings)
{
    private readonly CanonicalTable? _table = Canonical.Find(source.Into);

    public void Run(bool columnsGiven, Place intoAt, Place keyAt)
    {
        if (source.Into.Length == 0)
        {
            return;
        }

        if (_table is { Derived: true })
        {
            findings.Add(WorkspaceRules.DerivedTable, intoAt, source.Into);
            return;
        }

        if (_table is not null)
        {
            OfTheModel(_table, columnsGiven, keyAt);
        }
        else
        {
            OfTheUser(intoAt, keyAt);
        }

        foreach (var column in source.Columns)
        {
            Settings(column, column.Type ?? TypeIn(column.Name));
        }
    }

    private ColumnType? TypeIn(string column) => _table?.Columns.FirstOrDefault(c => Same(c.Name, column))?.Type;

    private void OfTheModel(CanonicalTable table, bool columnsGiven, Place keyAt)
    {
        if (source.Key.Count > 0)
        {
            findings.Add(WorkspaceRules.FixedKey, keyAt, table.Name, table.Key.Count == 0 ? "its rows have none" : string.Join(", ", table.Key));
        }

        if (!columnsGiven)
        {
            findings.Add(WorkspaceRules.NoColumns, source.At, source.Name, table.Name, table.Columns[0].Name);
            return;
        }

        foreach (var mapping in source.Columns)
        {
            var column = table.Columns.FirstOrDefault(c => Same(c.Name, mapping.Name));
            if (column is null && mapping.Type is null)
            {
                findings.Add(
                    WorkspaceRules.UnknownColumn, mapping.At, table.Name, mapping.Name,
                    Suggestion.For(mapping.Name, table.Columns.Where(c => !c.Derived).Select(c => c.Name)));
            }
            else if (column is null)
            {
                OwnName(mapping);
            }
            else if (column.Derived)
            {
                findings.Add(WorkspaceRules.DerivedColumn, mapping.At, table.Name, column.Name);
            }
            else if (mapping.Type is { } type && type != column.Type)
            {
                findings.Add(WorkspaceRules.FixedType, mapping.At, table.Name, column.Name, Word(column.Type), Word(type));
            }
        }

        foreach (var key in table.Key.Where(k => !source.Columns.Any(c => Same(c.Name, k))))
        {
            findings.Add(WorkspaceRules.MissingKeyColumn, source.At, source.Name, table.Name, key);
        }
    }

    private void OfTheUser(Place intoAt, Place keyAt)
    {
        if (Nearest.To(source.Into, Canonical.Tables.Select(t => t.Name), atMost: 1) is { } nearly)
        {
            findings.Add(WorkspaceRules.NearlyCanonical, intoAt, source.Into, nearly);
        }

        foreach (var column in source.Columns)
        {
            OwnName(column);
        }

        if (source.Columns.Count > 0)
        {
            foreach (var key in source.Key.Where(k => !source.Columns.Any(c => Same(c.Name, k))))
            {
                findings.Add(WorkspaceRules.UnfilledKey, keyAt, key, Suggestion.For(key, source.Columns.Select(c => c.Name)));
            }
        }
    }

    private void OwnName(ColumnMapping mapping) =>
        ColumnKeys.Name.TryRead(new Yaml.ScalarNode(mapping.At, mapping.Name) { Value = mapping.Name, Written = mapping.Name }, findings, out _);

    private void Settings(ColumnMapping column, ColumnType? type)
    {
        if (type is not { } known)
        {
            return;
        }

        if (column.Format is not null && known is not (ColumnType.Date or ColumnType.Timestamp))
        {
            findings.Add(WorkspaceRules.UselessSetting, column.At, "format", column.Name, Word(known));
        }

        if (column.DecimalSeparator != '.' && known is not (ColumnType.Integer or ColumnType.Number or ColumnType.Money))
        {
            findings.Add(WorkspaceRules.UselessSetting, column.At, "decimal", column.Name, Word(known));
        }
    }

    private static string Word(ColumnType type) => ColumnKeys.Types.First(t => t.Value == type).Key;

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);
}
