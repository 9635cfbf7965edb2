using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data.Audit;
using Norda.Data.Privacy;

namespace Norda.Features.Office;

/// <summary>A setting that the office changed in the browser; it stands above the configuration file and below the environment.</summary>
public class ChamberSetting
{
    /// <summary>As in the configuration: "Norda:Chamber:Name".</summary>
    public required string Key { get; init; }

    public string? Value { get; set; }
    public DateTime UpdatedAt { get; set; }
}

public class ChamberSettingMap : IEntityTypeConfiguration<ChamberSetting>
{
    public void Configure(EntityTypeBuilder<ChamberSetting> settings)
    {
        settings.ToTable("chamber_settings");
        settings.IsNotPersonal(s => new { s.Key, s.Value });
        settings.HasKey(s => s.Key);
        settings.Property(s => s.Key).HasMaxLength(100);
        settings.Property(s => s.Value).HasMaxLength(4000);
        settings.Property(s => s.UpdatedAt).IsNotAudited();
    }
}
