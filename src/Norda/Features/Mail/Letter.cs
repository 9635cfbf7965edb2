namespace Norda.Features.Mail;

/// <summary>What a letter says; how it looks is the same for all (<see cref="LetterLayout"/>). Texts are in the reader's language.</summary>
public sealed record Letter
{
    /// <summary>The effect that this letter is about, once and for all: "verify:12", "recommendation-rejected:7:2".</summary>
    public required string UniqueKey { get; init; }

    public required string To { get; init; }
    public string? ToName { get; init; }

    /// <summary>Who gets the answer, where it is not the chamber.</summary>
    public string? ReplyTo { get; init; }

    public int? UserId { get; init; }
    public required string Subject { get; init; }

    /// <summary>The line that mail programs show beside the subject.</summary>
    public string? Preview { get; init; }

    public required string Heading { get; init; }
    /// <summary>Paragraphs before the list of <see cref="Items"/>.</summary>
    public IReadOnlyList<string> Introduction { get; init; } = [];

    public IReadOnlyList<string> Paragraphs { get; init; } = [];

    /// <summary>A short table: when, where, how much.</summary>
    public IReadOnlyList<(string Name, string Value)> Facts { get; init; } = [];

    /// <summary>Several things, each with a place of its own: a digest.</summary>
    public IReadOnlyList<LetterItem> Items { get; init; } = [];

    /// <summary>The one thing to do. The address is absolute.</summary>
    public (string Text, string Url)? Button { get; init; }

    /// <summary>What else one may do, as a plain link under the button.</summary>
    public (string Text, string Url)? Link { get; init; }

    /// <summary>An event for the reader's calendar (RFC 5545), which goes along as a file.</summary>
    public string? Calendar { get; init; }

    /// <summary>A file that goes along.</summary>
    public LetterFile? File { get; init; }

    /// <summary>What is said under the button, in small.</summary>
    public string? Footnote { get; init; }

    /// <summary>Address that stops such letters with one click; only for those that one may stop.</summary>
    public string? UnsubscribeUrl { get; init; }
}

/// <summary>A PDF that goes along with a letter.</summary>
public sealed record LetterFile(string Name, byte[] Content);

/// <summary>One line of a letter that lists: the address is absolute.</summary>
public sealed record LetterItem(string Title, string Note, string Url)
{
    /// <summary>Heading over this and its like, where a letter has several kinds.</summary>
    public string? Group { get; init; }
}
