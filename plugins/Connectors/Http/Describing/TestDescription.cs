namespace Merit.Connectors.Http.Describing;

/// <summary>Answers as the API gives them, and the rows they are to become.</summary>
internal sealed class TestDescription
{
    public string Name { get; set; } = "";

    public string Stream { get; set; } = "";

    /// <summary>Settings that differ from those of the source.</summary>
    public Dictionary<string, string> Settings { get; set; } = [];

    /// <summary>The day it is, for streams that are read by days; the source's today unless given.</summary>
    public string? Today { get; set; }

    /// <summary>The answers, in the order in which they are given.</summary>
    public List<AnswerDescription> Answers { get; set; } = [];

    /// <summary>The rows they come to, in order; of each, what is to be looked at.</summary>
    public List<Dictionary<string, string?>> Rows { get; set; } = [];
}

/// <summary>An answer to a request.</summary>
internal sealed class AnswerDescription
{
    /// <summary>A part of the address that asks for it, where that matters.</summary>
    public string? To { get; set; }

    public int Status { get; set; } = 200;

    /// <summary>Its body, as it comes.</summary>
    public string Body { get; set; } = "";
}
