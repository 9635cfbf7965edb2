namespace Norda.Platform.Contributions;

/// <summary>What a feature has to offer for the chamber's newsletter: register one per kind of thing. Only what everybody may see.</summary>
public interface INewsletterSource
{
    /// <summary>Place among the groups.</summary>
    int Order { get; }

    /// <summary>Heading, a key of <see cref="Texts"/>: "Wydarzenia".</summary>
    string Group { get; }

    /// <summary>What is new since then, the most important first; for events, what comes.</summary>
    Task<IReadOnlyList<NewsletterOffer>> Offer(DateTime since, int most, CancellationToken cancel);
}

/// <param name="Key">Tells it from all others: "event:12".</param>
/// <param name="Path">From "/".</param>
public sealed record NewsletterOffer(string Key, string Title, string Note, string Path);
