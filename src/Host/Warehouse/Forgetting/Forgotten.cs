using Merit.Host.Pipeline;

namespace Merit.Host.Warehouse.Forgetting;

/// <summary>What forgetting somebody did.</summary>
/// <param name="Person">Who, on the list.</param>
/// <param name="Load">The load that published a version without them.</param>
/// <param name="StillNaming">Files rendered earlier that still name the person.</param>
internal sealed record Forgotten(ForgottenPerson Person, LoadResult Load, IReadOnlyList<string> StillNaming);
