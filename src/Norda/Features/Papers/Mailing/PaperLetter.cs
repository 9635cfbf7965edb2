using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data;
using Norda.Data.Audit;
using Norda.Data.Privacy;
using Norda.Features.Accounts;

namespace Norda.Features.Papers.Mailing;

/// <summary>What was sent to a firm, and why: once for each occasion. Without a recipient, the firm has no address and the paper goes by post.</summary>
public class PaperLetter
{
    public int Id { get; private set; }
    public int CompanyId { get; init; }
    public PostKind Kind { get; init; }

    /// <summary>The reason, once and for all: "paper:12", "statement:2026-11-27", "reminder:4:2026-11-30".</summary>
    public required string Occasion { get; init; }

    /// <summary>What was issued goes out once.</summary>
    public int? PaperId { get; init; }

    public Paper? Paper { get; init; }
    public int? RunId { get; init; }
    public string? Recipient { get; init; }

    /// <summary>The day by Warsaw.</summary>
    public DateOnly SentOn { get; init; }

    public int? SentBy { get; init; }
    public DateTime CreatedAt { get; init; }

    /// <summary>By which the letter stands in the outbox.</summary>
    public string MailKey => KeyOf(CompanyId, Occasion);

    public static string KeyOf(int companyId, string occasion) => $"paper:{companyId}:{occasion}";
}

public enum PostKind { Note, Statement, Demand, FinalDemand, Confirmation, Reminder }

/// <summary>Papers to many firms as one job.</summary>
public class PaperRun
{
    public int Id { get; private set; }
    public PostKind Kind { get; init; }
    public bool WithInterest { get; init; }

    /// <summary>Of the form: two presses start one run.</summary>
    public Guid Key { get; init; }

    /// <summary>Numbers of the firms, in the order of the work.</summary>
    public List<int> Firms { get; init; } = [];

    public int? StartedBy { get; init; }
    public DateTime StartedAt { get; init; }

    /// <summary>When an instance last worked on it; one that has died is followed by another.</summary>
    public DateTime? WorkedAt { get; set; }

    public DateTime? FinishedAt { get; set; }
    public int Done { get; set; }
    public int Mailed { get; set; }
    public int ToPrint { get; set; }
    public int Skipped { get; set; }
    public string? Fault { get; set; }
}

public class PaperLetterMap : IEntityTypeConfiguration<PaperLetter>, IEntityTypeConfiguration<PaperRun>
{
    public const int LongestOccasion = 60;

    public void Configure(EntityTypeBuilder<PaperLetter> letters)
    {
        letters.ToTable("paper_letters");
        letters.IsOfFirm("Pisma wysłane przez izbę", l => l.CompanyId).Names(l => l.SentBy).Quotes(l => l.Recipient);
        letters.Ignore(l => l.MailKey);
        letters.Property(l => l.Kind).HasConversion(new LowerCaseLabels<PostKind>()).HasMaxLength(20);
        letters.Property(l => l.Occasion).HasMaxLength(LongestOccasion);
        letters.Property(l => l.Recipient).HasMaxLength(254);
        letters.HasIndex(l => new { l.CompanyId, l.Occasion }).IsUnique();
        letters.HasIndex(l => l.PaperId).IsUnique();
        letters.HasIndex(l => l.SentOn);
        letters.HasIndex(l => l.RunId);
        letters.HasOne(l => l.Paper).WithMany().HasForeignKey(l => l.PaperId).OnDelete(DeleteBehavior.Restrict);
        letters.HasOne<PaperRun>().WithMany().HasForeignKey(l => l.RunId).OnDelete(DeleteBehavior.Restrict);
        letters.HasOne<User>().WithMany().HasForeignKey(l => l.SentBy).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PaperRun> runs)
    {
        runs.ToTable("paper_runs");
        runs.IsNotPersonal(r => r.Fault).Names(r => r.StartedBy);
        runs.Property(r => r.Kind).HasConversion(new LowerCaseLabels<PostKind>()).HasMaxLength(20);
        runs.Property(r => r.WorkedAt).IsNotAudited();
        runs.Property(r => r.FinishedAt).IsNotAudited();
        runs.Property(r => r.Done).IsNotAudited();
        runs.Property(r => r.Mailed).IsNotAudited();
        runs.Property(r => r.ToPrint).IsNotAudited();
        runs.Property(r => r.Skipped).IsNotAudited();
        runs.Property(r => r.Fault).HasMaxLength(2000).IsNotAudited();
        runs.HasIndex(r => r.Key).IsUnique();
        runs.HasIndex(r => r.FinishedAt);
        runs.HasOne<User>().WithMany().HasForeignKey(r => r.StartedBy).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>How kinds of post are called.</summary>
public static class PostKinds
{
    /// <summary>Key of the texts.</summary>
    public static string Word(PostKind kind) => kind switch
    {
        PostKind.Note => "Nota księgowa",
        PostKind.Statement => "Zestawienie rozrachunków",
        PostKind.Demand => "Wezwanie do zapłaty",
        PostKind.FinalDemand => "Ostateczne wezwanie",
        PostKind.Confirmation => "Zaświadczenie o członkostwie",
        _ => "Przypomnienie",
    };
}
