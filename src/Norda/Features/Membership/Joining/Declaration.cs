using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data;
using Norda.Data.Audit;
using Norda.Data.Privacy;
using Norda.Features.Accounts;
using Norda.Features.Directory;

namespace Norda.Features.Membership.Joining;

/// <summary>A firm asks to be let into the chamber. It stays as it was sent; what the office and the board do is beside it.</summary>
public class Declaration
{
    public int Id { get; private set; }
    public DeclarationStatus Status { get; set; }
    public required string Nip { get; init; }

    /// <summary>The entry of the directory: known at once, or made when the firm is let in.</summary>
    public int? CompanyId { get; set; }

    public Company? Company { get; init; }

    /// <summary>The membership that came of it.</summary>
    public int? MemberId { get; set; }

    public Member? Member { get; init; }

    /// <summary>Who of the office copied it from paper; null when the firm sent it itself.</summary>
    public int? EnteredBy { get; init; }

    public required string Name { get; init; }
    public string? LegalName { get; init; }
    public string? Regon { get; init; }
    public string? Krs { get; init; }
    public string? Street { get; init; }
    public string? Building { get; init; }
    public string? Unit { get; init; }
    public string? PostalCode { get; init; }
    public string? Town { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public string? Website { get; init; }
    public required string RepresentativeName { get; init; }
    public string? RepresentativeRole { get; init; }
    public string? RepresentativeEmail { get; init; }
    public string? RepresentativePhone { get; init; }

    /// <summary>People who work for the firm.</summary>
    public int Staff { get; init; }

    public MemberKind Kind { get; init; }

    /// <summary>Of the statute and of the note about personal data, as they were shown.</summary>
    public required string StatuteVersion { get; init; }

    public required string NoteVersion { get; init; }
    public bool Newsletter { get; init; }
    public bool Pictures { get; init; }

    /// <summary>Who signed on the screen; null when the paper is to be signed.</summary>
    public string? SignedBy { get; init; }

    /// <summary>Papers that are there, by their names parted by blanks.</summary>
    public string Papers { get; set; } = "";

    /// <summary>What the firm was asked for, in the same words.</summary>
    public string Asked { get; set; } = "";

    public string? AskedNote { get; set; }
    public DateTime? AskedAt { get; set; }
    public DateTime SubmittedAt { get; init; }

    /// <summary>By which the board let the firm in or refused.</summary>
    public int? ResolutionId { get; set; }

    public Resolution? Resolution { get; init; }

    /// <summary>Why it was refused.</summary>
    public string? Reason { get; set; }

    public int? DecidedBy { get; set; }
    public DateTime? DecidedAt { get; set; }

    /// <summary>Last day on which the firm may appeal.</summary>
    public DateOnly? AppealUntil { get; set; }

    public string? Appeal { get; set; }
    public DateTime? AppealedAt { get; set; }
    public DateTime? WithdrawnAt { get; set; }
    public int Version { get; set; }

    public bool IsOpen => Open.Contains(Status);

    /// <summary>One of these at a time for one tax number: an index sees to it.</summary>
    public static readonly DeclarationStatus[] Open = [DeclarationStatus.Submitted, DeclarationStatus.Incomplete, DeclarationStatus.Complete, DeclarationStatus.Appealed];
}

/// <summary>Sent; asked for papers; ready for the board; let in; refused; refused and appealed; taken back.</summary>
public enum DeclarationStatus { Submitted, Incomplete, Complete, Admitted, Refused, Appealed, Withdrawn }

/// <summary>A declaration that is being written, under the secret of a cookie.</summary>
public class DeclarationDraft
{
    public int Id { get; private set; }

    /// <summary>SHA-256 of the secret, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary><see cref="DeclarationData"/> as JSON.</summary>
    public required string Data { get; set; }

    /// <summary>Who writes, when they are signed in.</summary>
    public int? UserId { get; init; }

    /// <summary>Copied from paper by the office.</summary>
    public bool IsByOffice { get; init; }

    public DateTime SavedAt { get; set; }
}

public class DeclarationMap : IEntityTypeConfiguration<Declaration>, IEntityTypeConfiguration<DeclarationDraft>
{
    public const int LongestReason = 1000;
    public const int LongestAppeal = 4000;
    private const int LongestWords = 200;

    public void Configure(EntityTypeBuilder<Declaration> declarations)
    {
        declarations.ToTable("membership_declarations");
        declarations.IsOfFirm("Deklaracje członkowskie", d => d.CompanyId).Names(d => new { d.EnteredBy, d.DecidedBy })
            .Quotes(d => new { d.RepresentativeName, d.RepresentativeEmail, d.SignedBy, d.AskedNote, d.Reason, d.Appeal });
        declarations.Property(d => d.Status).HasConversion(new LowerCaseLabels<DeclarationStatus>()).HasMaxLength(20);
        declarations.Property(d => d.Kind).HasConversion(new LowerCaseLabels<MemberKind>()).HasMaxLength(20);
        declarations.Property(d => d.Nip).HasMaxLength(10);
        Texts(declarations);
        declarations.Property(d => d.Version).IsConcurrencyToken().IsNotAudited();
        declarations.HasIndex(d => d.Nip, "ix_membership_declarations_open").IsUnique().HasFilter("status IN ('submitted', 'incomplete', 'complete', 'appealed')");
        declarations.HasIndex(d => new { d.Status, d.SubmittedAt });
        declarations.HasOne(d => d.Company).WithMany().HasForeignKey(d => d.CompanyId).OnDelete(DeleteBehavior.Restrict);
        declarations.HasOne(d => d.Member).WithMany().HasForeignKey(d => d.MemberId).OnDelete(DeleteBehavior.Restrict);
        declarations.HasOne(d => d.Resolution).WithMany().HasForeignKey(d => d.ResolutionId).OnDelete(DeleteBehavior.Restrict);
        declarations.HasOne<User>().WithMany().HasForeignKey(d => d.EnteredBy).OnDelete(DeleteBehavior.Restrict);
        declarations.HasOne<User>().WithMany().HasForeignKey(d => d.DecidedBy).OnDelete(DeleteBehavior.Restrict);
    }

    private static void Texts(EntityTypeBuilder<Declaration> declarations)
    {
        declarations.Property(d => d.Name).HasMaxLength(FirmPart.LongestName);
        declarations.Property(d => d.LegalName).HasMaxLength(FirmPart.LongestLegalName);
        declarations.Property(d => d.Regon).HasMaxLength(14);
        declarations.Property(d => d.Krs).HasMaxLength(10);
        declarations.Property(d => d.Street).HasMaxLength(FirmPart.LongestName);
        declarations.Property(d => d.Building).HasMaxLength(FirmPart.LongestNumber);
        declarations.Property(d => d.Unit).HasMaxLength(FirmPart.LongestNumber);
        declarations.Property(d => d.PostalCode).HasMaxLength(6);
        declarations.Property(d => d.Town).HasMaxLength(FirmPart.LongestTown);
        declarations.Property(d => d.Email).HasMaxLength(Norda.Platform.Email.MaxLength);
        declarations.Property(d => d.Phone).HasMaxLength(50);
        declarations.Property(d => d.Website).HasMaxLength(500);
        declarations.Property(d => d.RepresentativeName).HasMaxLength(UserMap.LongestName);
        declarations.Property(d => d.RepresentativeRole).HasMaxLength(UserMap.LongestName);
        declarations.Property(d => d.RepresentativeEmail).HasMaxLength(Norda.Platform.Email.MaxLength);
        declarations.Property(d => d.RepresentativePhone).HasMaxLength(50);
        declarations.Property(d => d.StatuteVersion).HasMaxLength(40);
        declarations.Property(d => d.NoteVersion).HasMaxLength(40);
        declarations.Property(d => d.SignedBy).HasMaxLength(UserMap.LongestName);
        declarations.Property(d => d.Papers).HasMaxLength(LongestWords);
        declarations.Property(d => d.Asked).HasMaxLength(LongestWords);
        declarations.Property(d => d.AskedNote).HasMaxLength(LongestReason);
        declarations.Property(d => d.Reason).HasMaxLength(LongestReason);
        declarations.Property(d => d.Appeal).HasMaxLength(LongestAppeal);
    }

    public void Configure(EntityTypeBuilder<DeclarationDraft> drafts)
    {
        drafts.ToTable("declaration_drafts");
        drafts.IsPersonal("Niewysłane deklaracje", d => d.UserId, WhenErased.Delete).Hides(d => d.Hash);
        drafts.IsNotAudited();
        drafts.Property(d => d.Hash).HasMaxLength(64);
        drafts.Property(d => d.Data).HasMaxLength(16_000);
        drafts.HasIndex(d => d.Hash).IsUnique();
        drafts.HasIndex(d => d.SavedAt);
        drafts.HasOne<User>().WithMany().HasForeignKey(d => d.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
