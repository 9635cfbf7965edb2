using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data;
using Norda.Data.Privacy;
using Norda.Features.Accounts;

namespace Norda.Features.Newsletter;

/// <summary>One letter to all who agreed to get it: what it says, and how far it has gone out.</summary>
public class Issue
{
    public int Id { get; private set; }
    public required string Subject { get; set; }
    public string? Intro { get; set; }

    /// <summary>As they were ticked: what changes later does not change the letter.</summary>
    public List<IssueItem> Items { get; set; } = [];

    public int? CreatedBy { get; init; }
    public DateTime CreatedAt { get; init; }
    public int? StartedBy { get; set; }
    public DateTime? StartedAt { get; set; }

    /// <summary>To how many it was to go when it was started.</summary>
    public int Recipients { get; set; }

    /// <summary>Letters in the outbox so far.</summary>
    public int Queued { get; set; }

    /// <summary>Everybody up to this number has theirs; moved by a conditional update, so that two instances do not both write the next.</summary>
    public int LastUserId { get; set; }

    public DateTime? FinishedAt { get; set; }

    /// <summary>Two who edit at once are told by it.</summary>
    public int Version { get; set; }
}

/// <summary>Group is the heading under which it stands; Key is the offer's.</summary>
public sealed record IssueItem(string Key, string Group, string Title, string Note, string Path);

public class IssueMap : IEntityTypeConfiguration<Issue>
{
    public const int LongestSubject = 150;
    public const int LongestIntro = 3000;

    public void Configure(EntityTypeBuilder<Issue> issues)
    {
        issues.ToTable("newsletters");
        issues.Property(i => i.Subject).HasMaxLength(LongestSubject);
        issues.Property(i => i.Intro).HasMaxLength(LongestIntro);
        issues.Property(i => i.Items).HasConversion(new JsonText<List<IssueItem>>(), new JsonTextComparer<List<IssueItem>>()).HasMaxLength(50_000);
        issues.IsNotPersonal().Quotes(i => new { i.Subject, i.Intro, i.Items }).Names(i => new { i.CreatedBy, i.StartedBy });
        issues.Property(i => i.Version).IsConcurrencyToken();
        issues.HasIndex(i => new { i.FinishedAt, i.StartedAt });
        issues.HasOne<User>().WithMany().HasForeignKey(i => i.CreatedBy).OnDelete(DeleteBehavior.Restrict);
        issues.HasOne<User>().WithMany().HasForeignKey(i => i.StartedBy).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class NewsletterReaders
{
    /// <summary>The consent that the letter stands on.</summary>
    public const string Consent = "newsletter";

    /// <summary>Who agreed and did not take it back, at an address that takes mail.</summary>
    public static IQueryable<User> NewsletterReadersNow(this AppDb db) => db.Users.Where(u => u.IsActive && u.EmailConfirmed && u.ErasedAt == null
        && db.Set<UserConsent>().Any(c => c.UserId == u.Id && c.Kind == Consent && c.WithdrawnAt == null)
        && !db.Set<Mail.Bounces.AddressHold>().Any(h => h.HeldAt != null && h.Address == u.NormalizedEmail));
}
