using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data.Audit;
using Norda.Data.Privacy;

namespace Norda.Features.Mail;

/// <summary>A letter to be sent, written in the transaction of what it tells about. Claimed, sent, and kept as proof.</summary>
public class OutboxMail
{
    public int Id { get; private set; }

    /// <summary>What the letter is about, once: the same effect asked for twice is one letter.</summary>
    public required string UniqueKey { get; init; }

    public required string Recipient { get; init; }
    public string? RecipientName { get; init; }
    public required string Subject { get; init; }
    public required string Text { get; init; }
    public required string Html { get; init; }

    /// <summary>An event for the reader's calendar, sent along as a file.</summary>
    public string? Calendar { get; init; }

    /// <summary>A PDF that goes along; let go once the letter is out, for whoever wrote it can make it again.</summary>
    public byte[]? File { get; init; }

    public string? FileName { get; init; }

    /// <summary>Address that ends such letters with one click; null for what is no newsletter.</summary>
    public string? UnsubscribeUrl { get; init; }

    /// <summary>Who gets the answer; null: the chamber.</summary>
    public string? ReplyTo { get; init; }

    public int? UserId { get; init; }
    public DateTime CreatedAt { get; init; }
    public int Attempts { get; set; }
    public DateTime NextAttemptAt { get; set; }

    /// <summary>One sender at a time: until then the letter is in somebody's hands.</summary>
    public DateTime? ClaimedUntil { get; set; }

    public DateTime? SentAt { get; set; }

    /// <summary>Given up: the recipient's server refused for good, or patience ran out.</summary>
    public DateTime? FailedAt { get; set; }

    public string? LastError { get; set; }
}

public class OutboxMailMap : IEntityTypeConfiguration<OutboxMail>
{
    public void Configure(EntityTypeBuilder<OutboxMail> letters)
    {
        letters.ToTable("mail_outbox");
        letters.IsPersonal("Listy od izby", m => m.UserId, WhenErased.Keep).Erases(m => new { m.Recipient, m.RecipientName, m.Subject, m.Text, m.Html, m.Calendar, m.UnsubscribeUrl, m.LastError, m.ReplyTo, m.FileName }).Keeps(m => m.File).Quotes(m => m.UniqueKey);
        letters.IsNotAudited();
        letters.Property(m => m.UniqueKey).HasMaxLength(200);
        letters.Property(m => m.Recipient).HasMaxLength(254);
        letters.Property(m => m.RecipientName).HasMaxLength(200);
        letters.Property(m => m.Subject).HasMaxLength(300);
        letters.Property(m => m.Text).HasMaxLength(100_000);
        letters.Property(m => m.Html).HasMaxLength(300_000);
        letters.Property(m => m.Calendar).HasMaxLength(50_000);
        letters.Property(m => m.File).HasMaxLength(5_000_000);
        letters.Property(m => m.FileName).HasMaxLength(100);
        letters.Property(m => m.UnsubscribeUrl).HasMaxLength(500);
        letters.Property(m => m.ReplyTo).HasMaxLength(254);
        letters.Property(m => m.LastError).HasMaxLength(1000);
        letters.HasIndex(m => m.UniqueKey).IsUnique();
        letters.HasIndex(m => new { m.SentAt, m.FailedAt, m.NextAttemptAt });
        letters.HasIndex(m => m.UserId);
    }
}
