using Merit.Metrics.Requests;
using Merit.Metrics.Results;
using Merit.Metrics.Schema;

namespace Merit.Host.Measures;

/// <summary>Answers questions over one published version of the warehouse: the only way any page, table or command gets a number.</summary>
internal interface IMeasures
{
    /// <summary>What the warehouse holds.</summary>
    WarehouseSchema Schema { get; }

    /// <summary>Answers one question; throws <see cref="Merit.Diagnostics.MeritException"/> when it cannot be asked.</summary>
    Answer Ask(Request request);
}
