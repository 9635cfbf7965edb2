using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data.Audit;
using Norda.Data.Privacy;

namespace Norda.Features.Accounts;

/// <summary>Tables of Identity beside users, under our kind of names.</summary>
public class IdentityTables :
    IEntityTypeConfiguration<IdentityUserClaim<int>>, IEntityTypeConfiguration<IdentityUserLogin<int>>,
    IEntityTypeConfiguration<IdentityUserToken<int>>, IEntityTypeConfiguration<IdentityUserPasskey<int>>, IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<int>> claims)
    {
        claims.ToTable("user_claims");
        claims.IsPersonal("Cechy konta", c => c.UserId, WhenErased.Delete);
        claims.Property(c => c.ClaimType).HasMaxLength(200);
        claims.Property(c => c.ClaimValue).HasMaxLength(1000);
    }

    public void Configure(EntityTypeBuilder<IdentityUserLogin<int>> logins)
    {
        logins.ToTable("user_logins");
        logins.IsPersonal("Logowanie przez inne serwisy", l => l.UserId, WhenErased.Delete);
        logins.Property(l => l.LoginProvider).HasMaxLength(100);
        logins.Property(l => l.ProviderKey).HasMaxLength(200);
        logins.Property(l => l.ProviderDisplayName).HasMaxLength(100);
    }

    public void Configure(EntityTypeBuilder<IdentityUserToken<int>> tokens)
    {
        tokens.ToTable("user_tokens");
        tokens.IsPersonal("Drugi składnik logowania", t => t.UserId, WhenErased.Delete).Hides(t => t.Value);
        tokens.Property(t => t.LoginProvider).HasMaxLength(100);
        tokens.Property(t => t.Name).HasMaxLength(100);
        tokens.Property(t => t.Value).HasMaxLength(4000).IsConcealed();
    }

    /// <summary>As Identity maps them in its third version, which it does only where the options of the application are at hand.</summary>
    public void Configure(EntityTypeBuilder<IdentityUserPasskey<int>> passkeys)
    {
        passkeys.ToTable("user_passkeys");
        passkeys.IsPersonal("Klucze dostępu", p => p.UserId, WhenErased.Delete);
        passkeys.IsNotAudited();
        passkeys.HasKey(p => p.CredentialId);
        passkeys.Property(p => p.CredentialId).HasMaxLength(1024);
        passkeys.OwnsOne(p => p.Data).ToJson();
        passkeys.HasOne<User>().WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<DataProtectionKey> keys)
    {
        keys.ToTable("data_protection_keys").IsNotAudited();
        keys.IsNotPersonal(k => new { k.FriendlyName, k.Xml });
        keys.Property(k => k.FriendlyName).HasMaxLength(200);
    }
}
