namespace Merit.Plugins.Connectors;

/// <summary>A connector that knows, from its settings alone, which table its rows are made for, and what is wrong with the settings as far as that can be seen without asking the source.</summary>
/// <remarks>Beside <see cref="IConnector"/>, on the same class. Asked whenever merit.yaml is read: without network, and quickly.</remarks>
public interface IMaps
{
    /// <summary>What the rows are made for.</summary>
    /// <param name="directory">The workspace's folder, absolute; relative paths of the options start here.</param>
    ProposedMapping Propose(string directory);
}

/// <summary>What a source fills where merit.yaml does not say otherwise.</summary>
/// <param name="Into">The table; null where merit.yaml must say.</param>
/// <param name="Columns">What its columns are made of; merit.yaml may add others, and say otherwise of these.</param>
public sealed record ProposedMapping(string? Into, IReadOnlyList<ProposedColumn> Columns)
{
    /// <summary>What is wrong with the settings.</summary>
    public IReadOnlyList<WrongSetting> Wrong { get; init; } = [];
}

/// <summary>What a column is made of: exactly one of a column of the source, a constant, and an expression.</summary>
/// <param name="Name">The column of the table.</param>
public sealed record ProposedColumn(string Name)
{
    /// <summary>A column of <see cref="Rows"/>.</summary>
    public string? From { get; init; }

    /// <summary>A value for every row.</summary>
    public string? Constant { get; init; }

    /// <summary>A SQL expression over the columns of <see cref="Rows"/>, as <c>sql</c> in merit.yaml.</summary>
    public string? Expression { get; init; }

    /// <summary>The type of a column the table does not have by itself, as <c>type</c> in merit.yaml.</summary>
    public string? Type { get; init; }

    /// <summary>How dates are written, as <c>format</c> in merit.yaml.</summary>
    public string? Format { get; init; }
}
