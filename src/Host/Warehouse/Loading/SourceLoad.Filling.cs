using Merit.Host.Warehouse.Mapping;
using Merit.Host.Warehouse.Sessions;

namespace Merit.Host.Warehouse.Loading;

/// <content>Its rows on their way into a table, each accounted for.</content>
internal sealed partial class SourceLoad
{
    /// <summary>Puts its sound rows into a table and keeps the others.</summary>
    /// <param name="destination">The table.</param>
    /// <param name="layout">Its layout.</param>
    /// <param name="select">Makes a SELECT of the layout's columns from rows that have the given columns.</param>
    public void Fill(string destination, TableLayout layout, Func<IReadOnlyList<string>, string, string> select)
    {
        var mapping = _mapping ?? throw new InvalidOperationException("The source is not mapped yet.");
        var before = session.Scalar<long?>($"SELECT max(rowid) FROM {destination}") ?? -1;
        var rejection = new Rejection(session, Source, Staged, mapping, warnings, _hides);
        var columns = string.Join(", ", layout.Columns.Select(c => SqlText.Name(c.Name)));
        _loaded = session.Execute($"INSERT INTO {destination} ({columns}) {select(mapping.Filled, mapping.Sound)}");
        _filtered = Source.Where is null ? 0 : session.Scalar<long>($"SELECT count(*) FROM temp.{mapping.View} WHERE NOT {SqlText.Name(SourceMapping.Kept)}");
        _filtered += _forgotten?.LeftOut ?? 0;
        var unsound = Staged.Count - _loaded - _filtered;
        if (unsound > 0)
        {
            _rejects.Counted(rejection.KeepUnsound());
            rejection.SayMissingRates();
        }

        if (layout.Key.Count > 0 && session.Scalar<bool>($"SELECT count(*) > (SELECT count(*) FROM (SELECT DISTINCT {SqlText.Names(layout.Key)} FROM {destination})) FROM {destination}"))
        {
            (_made.Duplicates, var others) = rejection.KeepDuplicates(layout.Key);
            _rejects.Counted(_made.Duplicates);
            session.Execute($"DELETE FROM {destination} WHERE rowid > {before}");
            _loaded = session.Execute($"INSERT INTO {destination} ({columns}) {select(mapping.Filled, others)}");
        }

        Evidence?.Take(Source, layout, $"{destination} WHERE rowid > {before}");
        Cover(destination, layout, before);
        Account();
    }

    private void Cover(string destination, TableLayout layout, long before)
    {
        if (!CoversItself && layout.Time is { } dated && Filled.Contains(dated, StringComparer.OrdinalIgnoreCase))
        {
            _covered = Coverage.Of(session, destination, layout, before, workspace.Zone);
        }
    }

    // Nothing is lost: a difference here is a defect of ours, and no version is published.
    private void Account()
    {
        if (Staged.Count + _refused is var read && read != _loaded + _rejects.Count + _filtered)
        {
            throw new InvalidOperationException($"Of the source '{Source.Name}', {read} rows were read, but {_loaded} loaded, {_rejects.Count} rejected and {_filtered} filtered.");
        }
    }
}
