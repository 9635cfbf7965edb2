using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data.Privacy;

namespace Norda.Features.Directory;

/// <summary>A service that a firm offers; the primary one is what the firm lives from.</summary>
public class CompanyService
{
    public int CompanyId { get; init; }
    public int ServiceId { get; init; }
    public Service Service { get; init; } = null!;
    public bool IsPrimary { get; set; }
    public DateTime? AddedAt { get; set; }
}

public class CompanyCompetency
{
    public int CompanyId { get; init; }
    public int CompetencyId { get; init; }
    public Competency Competency { get; init; } = null!;

    /// <summary>Proficiency in the firm's own words: basic, advanced, expert.</summary>
    public string? Level { get; set; }

    public DateTime? AddedAt { get; set; }
}

public class Certification
{
    public int Id { get; private set; }
    public int CompanyId { get; init; }

    public required string Name
    {
        get;
        set
        {
            field = value;
            Slug = Platform.Slug.From(value);
        }
    }

    /// <summary>Of the name: firms with the same certificate are found and counted together by it.</summary>
    public string Slug { get; private set; } = "";

    public string? Issuer { get; set; }
    public string? CertificateNumber { get; set; }
    public DateOnly? IssueDate { get; set; }

    /// <summary>Last day on which it holds; without one it does not expire.</summary>
    public DateOnly? ExpiryDate { get; set; }

    public bool IsActive { get; set; } = true;
}

public class Award
{
    public int Id { get; private set; }
    public int CompanyId { get; init; }
    public required string Name { get; set; }
    public string? Issuer { get; set; }
    public int? Year { get; set; }
    public string? Description { get; set; }
}

/// <summary>News about a firm (the source calls the table company_events; the calendar's events are norda_events).</summary>
public class CompanyNews
{
    public int Id { get; private set; }
    public int CompanyId { get; init; }

    /// <summary>news_mention, press_release, milestone, …</summary>
    public required string EventType { get; set; }

    public required string Title { get; set; }
    public string? Description { get; set; }
    public DateOnly? EventDate { get; set; }
    public string? SourceUrl { get; set; }
}

public class CompanyContact
{
    public int Id { get; private set; }
    public int CompanyId { get; init; }

    /// <summary>phone, mobile, email, fax.</summary>
    public required string ContactType { get; set; }

    public required string Value { get; set; }
    public string? Purpose { get; set; }
    public bool IsPrimary { get; set; }
    public string? Source { get; set; }
    public string? SourceUrl { get; set; }
    public DateOnly? SourceDate { get; set; }
    public bool IsVerified { get; set; }
    public DateTime? VerifiedAt { get; set; }
    public string? VerifiedBy { get; set; }
    public Visibility Visibility { get; set; }
}

public class SocialProfile
{
    public int Id { get; private set; }
    public int CompanyId { get; init; }

    /// <summary>facebook, linkedin, instagram, …</summary>
    public required string Platform { get; set; }

    public required string Url { get; set; }
    public DateTime? VerifiedAt { get; set; }
    public string? Source { get; set; }
    public bool? IsValid { get; set; }
    public DateTime? LastCheckedAt { get; set; }
    public string? CheckStatus { get; set; }
    public string? PageName { get; set; }
    public int? FollowersCount { get; set; }
    public DateTime? CreatedAt { get; set; }
}

/// <summary>A code of the Polish classification of activities; the same code means other things in other editions.</summary>
public class CompanyPkd
{
    public int CompanyId { get; init; }

    /// <summary>Compact form: 6201Z.</summary>
    public required string Code { get; init; }

    /// <summary>2007 or 2025.</summary>
    public required int Edition { get; init; }

    public bool IsMain { get; set; }
}

/// <summary>An address that the firm's page once had; it redirects to the present one for ever.</summary>
public class FormerSlug
{
    public required string Slug { get; init; }
    public int CompanyId { get; init; }
    public DateTime RetiredAt { get; init; }
}

public class CompanyPartsMap :
    IEntityTypeConfiguration<CompanyService>, IEntityTypeConfiguration<CompanyCompetency>, IEntityTypeConfiguration<Certification>,
    IEntityTypeConfiguration<Award>, IEntityTypeConfiguration<CompanyNews>, IEntityTypeConfiguration<CompanyContact>,
    IEntityTypeConfiguration<SocialProfile>, IEntityTypeConfiguration<CompanyPkd>, IEntityTypeConfiguration<FormerSlug>
{
    public void Configure(EntityTypeBuilder<CompanyService> services)
    {
        services.ToTable("company_services");
        services.IsOfFirm("Usługi firmy", x => x.CompanyId);
        services.HasKey(s => new { s.CompanyId, s.ServiceId });
        services.HasOne<Company>().WithMany(c => c.Services).HasForeignKey(s => s.CompanyId);
        services.HasOne(s => s.Service).WithMany().HasForeignKey(s => s.ServiceId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CompanyCompetency> competencies)
    {
        competencies.ToTable("company_competencies");
        competencies.IsOfFirm("Kompetencje firmy", x => x.CompanyId);
        competencies.HasKey(c => new { c.CompanyId, c.CompetencyId });
        competencies.Property(c => c.Level).HasMaxLength(50);
        competencies.HasOne<Company>().WithMany(c => c.Competencies).HasForeignKey(c => c.CompanyId);
        competencies.HasOne(c => c.Competency).WithMany().HasForeignKey(c => c.CompetencyId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Certification> certifications)
    {
        certifications.ToTable("certifications");
        certifications.IsOfFirm("Certyfikaty firmy", x => x.CompanyId);
        certifications.Property(c => c.Name).HasMaxLength(200);
        certifications.Property(c => c.Slug).HasMaxLength(Platform.Slug.MaxLength);
        certifications.HasIndex(c => c.Slug);
        certifications.Property(c => c.Issuer).HasMaxLength(200);
        certifications.Property(c => c.CertificateNumber).HasMaxLength(100);
        certifications.HasOne<Company>().WithMany(c => c.Certifications).HasForeignKey(c => c.CompanyId);
    }

    public void Configure(EntityTypeBuilder<Award> awards)
    {
        awards.ToTable("awards");
        awards.IsOfFirm("Nagrody firmy", x => x.CompanyId);
        awards.Property(a => a.Name).HasMaxLength(200);
        awards.Property(a => a.Issuer).HasMaxLength(200);
        awards.HasOne<Company>().WithMany(c => c.Awards).HasForeignKey(a => a.CompanyId);
    }

    public void Configure(EntityTypeBuilder<CompanyNews> news)
    {
        news.ToTable("company_events");
        news.IsOfFirm("Aktualności firmy", x => x.CompanyId);
        news.Property(n => n.EventType).HasMaxLength(50);
        news.Property(n => n.Title).HasMaxLength(300);
        news.Property(n => n.SourceUrl).HasMaxLength(1000);
        news.HasOne<Company>().WithMany(c => c.News).HasForeignKey(n => n.CompanyId);
    }

    public void Configure(EntityTypeBuilder<CompanyContact> contacts)
    {
        contacts.ToTable("company_contacts");
        contacts.IsOfFirm("Kontakty firmy", c => c.CompanyId).Quotes(c => c.VerifiedBy);
        contacts.Property(c => c.ContactType).HasMaxLength(20);
        contacts.Property(c => c.Value).HasMaxLength(255);
        contacts.Property(c => c.Purpose).HasMaxLength(100);
        contacts.Property(c => c.Source).HasMaxLength(100);
        contacts.Property(c => c.SourceUrl).HasMaxLength(500);
        contacts.Property(c => c.VerifiedBy).HasMaxLength(100);
        contacts.Property(c => c.Visibility).HasConversion<string>().HasMaxLength(10).HasDefaultValue(Visibility.Everyone).HasSentinel(Visibility.Everyone);
        contacts.HasIndex(c => new { c.CompanyId, c.ContactType, c.Value }).IsUnique();
        contacts.HasOne<Company>().WithMany(c => c.Contacts).HasForeignKey(c => c.CompanyId);
    }

    public void Configure(EntityTypeBuilder<SocialProfile> profiles)
    {
        profiles.ToTable("company_social_media");
        profiles.IsOfFirm("Profile społecznościowe firmy", x => x.CompanyId);
        profiles.Property(p => p.Platform).HasMaxLength(50);
        profiles.Property(p => p.Url).HasMaxLength(500);
        profiles.Property(p => p.Source).HasMaxLength(50);
        profiles.Property(p => p.CheckStatus).HasMaxLength(50);
        profiles.Property(p => p.PageName).HasMaxLength(255);
        profiles.HasIndex(p => new { p.CompanyId, p.Platform, p.Url }).IsUnique();
        profiles.HasIndex(p => p.VerifiedAt);
        profiles.HasOne<Company>().WithMany(c => c.SocialProfiles).HasForeignKey(p => p.CompanyId);
    }

    public void Configure(EntityTypeBuilder<CompanyPkd> codes)
    {
        codes.ToTable("company_pkd");
        codes.IsOfFirm("Kody PKD firmy", x => x.CompanyId);
        codes.HasKey(p => new { p.CompanyId, p.Code, p.Edition });
        codes.Property(p => p.Code).HasMaxLength(5);
        codes.HasOne<Company>().WithMany(c => c.PkdCodes).HasForeignKey(p => p.CompanyId);
    }

    public void Configure(EntityTypeBuilder<FormerSlug> slugs)
    {
        slugs.ToTable("company_slugs");
        slugs.IsOfFirm("Dawne adresy strony firmy", x => x.CompanyId);
        slugs.HasKey(s => s.Slug);
        slugs.Property(s => s.Slug).HasMaxLength(200);
        slugs.HasOne<Company>().WithMany(c => c.FormerSlugs).HasForeignKey(s => s.CompanyId);
    }
}
