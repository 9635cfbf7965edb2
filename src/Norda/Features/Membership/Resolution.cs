using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data;
using Norda.Data.Privacy;
using Norda.Features.Accounts;
using Norda.Features.Files;

namespace Norda.Features.Membership;

/// <summary>What a body of the chamber decided: admissions, rates and waivers name it.</summary>
public class Resolution
{
    public int Id { get; private set; }

    /// <summary>As the chamber numbers them: "14/2026".</summary>
    public required string Number { get; set; }

    public DateOnly AdoptedOn { get; set; }

    /// <summary>Who decided, in the words of the statute: "Zarząd", "Walne Zgromadzenie".</summary>
    public required string Body { get; set; }

    public required string Title { get; set; }
    public string? Text { get; set; }

    /// <summary>The signed paper.</summary>
    public string? FileId { get; set; }

    public ResolutionVisibility Visibility { get; set; }
    public int? CreatedBy { get; init; }
    public DateTime CreatedAt { get; init; }

    /// <summary>Counts corrections, so that of two at once the second is told.</summary>
    public int Version { get; set; }

    /// <summary>"14/2026, Zarząd".</summary>
    public string Called => $"{Number}, {Body}";
}

/// <summary>Who may read it: the office alone, members as well, or anybody.</summary>
public enum ResolutionVisibility { Office, Members, Public }

public class ResolutionMap : IEntityTypeConfiguration<Resolution>
{
    public const int LongestNumber = 40;
    public const int LongestTitle = 300;
    public const int LongestBody = 100;
    public const int LongestText = 20_000;

    public void Configure(EntityTypeBuilder<Resolution> resolutions)
    {
        resolutions.ToTable("resolutions");
        resolutions.IsNotPersonal(r => new { r.Number, r.Body, r.Title, r.Text, r.FileId }).Names(r => r.CreatedBy);
        resolutions.Ignore(r => r.Called);
        resolutions.Property(r => r.Number).HasMaxLength(LongestNumber);
        resolutions.Property(r => r.Body).HasMaxLength(LongestBody);
        resolutions.Property(r => r.Title).HasMaxLength(LongestTitle);
        resolutions.Property(r => r.Text).HasMaxLength(LongestText);
        resolutions.Property(r => r.FileId).HasMaxLength(32);
        resolutions.Property(r => r.Visibility).HasConversion(new LowerCaseLabels<ResolutionVisibility>()).HasMaxLength(20);
        resolutions.Property(r => r.Version).IsConcurrencyToken();
        resolutions.HasIndex(r => new { r.Body, r.Number }).IsUnique();
        resolutions.HasIndex(r => r.AdoptedOn);
        resolutions.HasOne<StoredFile>().WithMany().HasForeignKey(r => r.FileId).OnDelete(DeleteBehavior.Restrict);
        resolutions.HasOne<User>().WithMany().HasForeignKey(r => r.CreatedBy).OnDelete(DeleteBehavior.Restrict);
    }
}
