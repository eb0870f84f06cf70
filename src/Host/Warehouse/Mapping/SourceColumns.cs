using System.Text.RegularExpressions;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Warehouse.Staging;
using Merit.Host.Workspaces;

namespace Merit.Host.Warehouse.Mapping;

/// <summary>What a column is made of, in the engine's words.</summary>
/// <param name="Mapping">What merit.yaml says.</param>
/// <param name="Sql">A column of the staged source, a literal, or an expression.</param>
/// <param name="CanFail">Whether a row may make it fail.</param>
/// <param name="Fault">What tells that a cell it is made of holds an error instead of a value; null where none can.</param>
internal sealed record Origin(ColumnMapping Mapping, string Sql, bool CanFail, string? Fault = null);

/// <summary>Finds the columns that mappings name, and checks the expressions they hold.</summary>
internal sealed class SourceColumns(Session session, Source source, Staged staged)
{
    private readonly ExpressionGuard _guard = new(session);
    private readonly List<Diagnostic> _findings = [];

    /// <summary>What each column is made of; throws with everything that is wrong.</summary>
    public IReadOnlyList<Origin> Resolve()
    {
        List<Origin> origins = [.. source.Columns.Select(Resolve)];
        if (source.Where is { } where)
        {
            Check(where, source.At);
        }

        return _findings.Count == 0 ? origins : throw new MeritException(_findings);
    }

    private Origin Resolve(ColumnMapping mapping)
    {
        if (mapping.Format is { } format)
        {
            CheckFormat(format, mapping.At);
        }

        if (mapping.Expression is { } expression)
        {
            Check(expression, mapping.At);
            return new Origin(mapping, $"({expression}\n)", CanFail: true, FaultsIn(expression));
        }

        if (mapping.Constant is { } constant)
        {
            return new Origin(mapping, SqlText.Text(constant), CanFail: false);
        }

        var column = Find(mapping.From ?? mapping.Name, mapping.At);
        return new Origin(mapping, SqlText.Name(column?.Name ?? ""), CanFail: false, column?.Faults is { } faults ? SqlText.Name(faults) : null);
    }

    /// <summary>What tells that a cell an expression speaks of holds an error; null where none can.</summary>
    public string? FaultsIn(string expression)
    {
        // To the engine such a cell is no value, which an expression may well turn into one.
        List<string> faults = [.. staged.Columns.Where(c => c.Faults is not null && Mentions(expression, c.Name)).Select(c => SqlText.Name(c.Faults ?? ""))];
        return faults.Count == 0 ? null : $"coalesce({string.Join(", ", faults)})";
    }

    private static bool Mentions(string expression, string column) =>
        Regex.IsMatch(expression, $@"(?<![\p{{L}}\p{{N}}_]){Regex.Escape(column)}(?![\p{{L}}\p{{N}}_])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private StagedColumn? Find(string name, Place at)
    {
        var wanted = name.Trim();
        var found = staged.Columns.FirstOrDefault(c => string.Equals(c.Name, wanted, StringComparison.Ordinal))
            ?? staged.Columns.FirstOrDefault(c => string.Equals(c.Name, wanted, StringComparison.OrdinalIgnoreCase));
        if (found is null)
        {
            var all = staged.Columns.Select(c => c.Name).ToList();
            _findings.Add(LoadRules.NoSuchColumn.At(at, source.Name, name, Instead(wanted, all)));
        }

        return found;
    }

    private void Check(string expression, Place at)
    {
        if (_guard.Refusal(expression) is { } refusal)
        {
            _findings.Add(LoadRules.RefusedExpression.At(at, expression, refusal));
            return;
        }

        try
        {
            session.Query($"DESCRIBE SELECT ({expression}\n) FROM {staged.Relation}", r => r.GetString(1));
        }
        catch (MeritException e)
        {
            var message = e.Diagnostics[0].Message;
            var problem = message[(message.IndexOf(": ", StringComparison.Ordinal) + 2)..].TrimEnd('.');
            _findings.Add(LoadRules.WrongExpression.At(at, expression, problem, string.Join(", ", staged.Columns.Select(c => c.Name))));
        }
    }

    private void CheckFormat(string format, Place at)
    {
        try
        {
            session.Scalar<bool>($"SELECT try_strptime('', {SqlText.Text(format)}) IS NULL");
        }
        catch (MeritException e)
        {
            _findings.Add(LoadRules.WrongDateFormat.At(at, format, e.Diagnostics[0].Message.TrimEnd('.')));
        }
    }

    private static string Instead(string wanted, IReadOnlyList<string> all)
    {
        if (all.Count == 0)
        {
            return "It has no columns at all: is the file empty?";
        }

        var known = $"Its columns are: {string.Join(", ", all)}.";
        return all.Any(c => c.Contains('\uFFFD', StringComparison.Ordinal)) ? $"Give the source its 'encoding', such as gb18030 or windows-1252: some names cannot be read. {known}"
            : Nearest.To(wanted, all) is { } near ? $"Did you mean '{near}'? {known}"
            : known;
    }
}
