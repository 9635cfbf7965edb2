namespace Norda.Platform.Contributions;

/// <summary>A kind of text that anybody may report: register one per kind.</summary>
public interface IReportable
{
    /// <summary>As it stands in the reports: company, recommendation, …</summary>
    string Kind { get; }

    /// <summary>Null when there is no such text, or only its author sees it.</summary>
    Task<Reportable?> Find(int id, CancellationToken cancel);

    /// <summary>The text that an address of this site shows; null when it is none of this kind.</summary>
    Task<int?> Locate(string path, CancellationToken cancel);

    /// <summary>Takes the text off the site within the caller's transaction; false where somebody must do that by hand.</summary>
    Task<bool> TakeDown(int id, string statement, CancellationToken cancel);
}

/// <summary>A text as the moderator reads it. Url is from "/"; Repair is where the office changes it by hand.</summary>
public sealed record Reportable(string Title, string? Text, string Url, string? Repair, IReadOnlyList<AuthorToTell> Authors);

public sealed record AuthorToTell(int UserId, string Email, string Name);
