using Merit.Metrics.Language;

namespace Merit.Host.Measures;

/// <summary>Runs planned statements.</summary>
internal interface IRowSource
{
    /// <summary>Lets statements call functions of scripts.</summary>
    void Use(IReadOnlyList<FunctionDefinition> functions);

    /// <summary>All rows of a statement, their values in the order of its columns; null for SQL's null. Never to be changed by who gets them.</summary>
    IReadOnlyList<object?[]> Rows(string sql, IReadOnlyList<object?> parameters);
}
