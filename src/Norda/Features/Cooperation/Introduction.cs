using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data.Audit;
using Norda.Data.Privacy;
using Norda.Features.Accounts;
using Norda.Features.Classifieds;
using Norda.Features.Directory;

namespace Norda.Features.Cooperation;

/// <summary>A firm was asked whether it wants to talk about what somebody seeks. Until it agrees, neither knows of the other.</summary>
public class Introduction
{
    public int Id { get; private set; }
    public int ClassifiedId { get; init; }
    public Classified Classified { get; init; } = null!;
    public int CompanyId { get; init; }
    public Company Company { get; init; } = null!;

    /// <summary>1 to 3: no advertisement asks a fourth firm, however many windows ask at once.</summary>
    public int Slot { get; init; }

    /// <summary>Why this firm, as the search explained it.</summary>
    public required string Reasons { get; init; }

    public IntroductionStatus Status { get; init; }
    public DateTime AskedAt { get; init; }

    /// <summary>Silence until then is an answer.</summary>
    public DateTime ExpiresAt { get; init; }

    public int? AnsweredBy { get; init; }
    public User? Answerer { get; init; }
    public DateTime? AnsweredAt { get; init; }

    /// <summary>When both sides were asked what came of it.</summary>
    public DateTime? OutcomeAskedAt { get; init; }

    /// <summary>Whether it came to business, as each side says.</summary>
    public bool? AuthorSays { get; init; }

    public bool? FirmSays { get; init; }
}

public enum IntroductionStatus { Asked, Agreed, Declined }

/// <summary>Thanks for business, from one firm to another: the two see it, nobody else.</summary>
public class BusinessThanks
{
    public int Id { get; private set; }
    public int FromCompanyId { get; init; }
    public Company FromCompany { get; init; } = null!;
    public int ToCompanyId { get; init; }
    public Company ToCompany { get; init; } = null!;
    public int AuthorId { get; init; }
    public int? IntroductionId { get; init; }

    /// <summary>Net worth of the business, in złoty.</summary>
    public decimal Amount { get; init; }

    public string? Note { get; init; }
    public DateTime CreatedAt { get; init; }

    /// <summary>Of the form that made it: pressed twice, it is one.</summary>
    public Guid Once { get; init; }
}

public class IntroductionMap : IEntityTypeConfiguration<Introduction>, IEntityTypeConfiguration<BusinessThanks>
{
    public const int LongestReasons = 500;
    public const int LongestNote = 500;
    public const decimal LargestAmount = 9_999_999.99m;

    public void Configure(EntityTypeBuilder<Introduction> asked)
    {
        asked.ToTable("introductions");
        asked.IsOfFirm("Zapytania z ogłoszeń", i => i.CompanyId).Names(i => i.AnsweredBy);
        // A log of who was asked would tell what the firm keeps to itself.
        asked.IsNotAudited();
        asked.Property(i => i.Reasons).HasMaxLength(LongestReasons);
        asked.Property(i => i.Status).HasConversion(s => s.ToString().ToLowerInvariant(), s => Enum.Parse<IntroductionStatus>(s, true)).HasMaxLength(20);
        asked.HasIndex(i => new { i.ClassifiedId, i.CompanyId }).IsUnique();
        asked.HasIndex(i => new { i.ClassifiedId, i.Slot }).IsUnique();
        asked.HasIndex(i => new { i.CompanyId, i.AskedAt });
        asked.HasIndex(i => new { i.Status, i.AnsweredAt });
        asked.HasOne(i => i.Classified).WithMany().HasForeignKey(i => i.ClassifiedId).OnDelete(DeleteBehavior.Cascade);
        asked.HasOne(i => i.Company).WithMany().HasForeignKey(i => i.CompanyId).OnDelete(DeleteBehavior.Cascade);
        asked.HasOne(i => i.Answerer).WithMany().HasForeignKey(i => i.AnsweredBy).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<BusinessThanks> thanks)
    {
        thanks.ToTable("business_thanks");
        thanks.IsOfFirm("Podziękowania za interesy", t => t.FromCompanyId).Names(t => t.AuthorId).Quotes(t => t.Note);
        // Amounts are for the two firms, not for those who read the log.
        thanks.IsNotAudited();
        thanks.Property(t => t.Amount).HasPrecision(12, 2);
        thanks.Property(t => t.Note).HasMaxLength(LongestNote);
        thanks.HasIndex(t => new { t.AuthorId, t.Once }).IsUnique();
        thanks.HasIndex(t => new { t.FromCompanyId, t.IntroductionId }).IsUnique();
        thanks.HasIndex(t => new { t.ToCompanyId, t.CreatedAt });
        thanks.HasIndex(t => t.CreatedAt);
        thanks.HasOne(t => t.FromCompany).WithMany().HasForeignKey(t => t.FromCompanyId).OnDelete(DeleteBehavior.Cascade);
        thanks.HasOne(t => t.ToCompany).WithMany().HasForeignKey(t => t.ToCompanyId).OnDelete(DeleteBehavior.Cascade);
        thanks.HasOne<User>().WithMany().HasForeignKey(t => t.AuthorId).OnDelete(DeleteBehavior.Restrict);
        thanks.HasOne<Introduction>().WithMany().HasForeignKey(t => t.IntroductionId).OnDelete(DeleteBehavior.SetNull);
    }
}

public static class IntroductionQueries
{
    extension(IQueryable<Introduction> asked)
    {
        /// <summary>Both sides of what was agreed, and nobody else: the author, and those who keep the profile of the firm.</summary>
        public IQueryable<Introduction> AgreedBetween(int? author, IReadOnlyList<int> firms) =>
            asked.Where(i => i.Status == IntroductionStatus.Agreed && (i.Classified.AuthorId == author || firms.Contains(i.CompanyId)));
    }

    /// <summary>Firms for which a person may speak. The office speaks for none.</summary>
    public static IReadOnlyList<int> SpokenFor(this Platform.Access.Me me) => [.. me.Companies.Where(c => c.Role >= Platform.Access.CompanyRole.Editor).Select(c => c.CompanyId)];
}
