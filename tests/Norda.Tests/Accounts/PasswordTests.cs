using Microsoft.AspNetCore.Identity;
using Norda.Features.Accounts;
using Norda.Features.Accounts.Passwords;

namespace Norda.Tests.Accounts;

public sealed class PasswordTests
{
    private static readonly User Anna = new() { Name = "Anna" };

    [Fact]
    public void A_password_opens_and_another_does_not()
    {
        var hasher = new BcryptHasher();
        var hash = hasher.HashPassword(Anna, "gżegżółka nad zatoką");

        Assert.Equal(PasswordVerificationResult.Success, hasher.VerifyHashedPassword(Anna, hash, "gżegżółka nad zatoką"));
        Assert.Equal(PasswordVerificationResult.Failed, hasher.VerifyHashedPassword(Anna, hash, "gżegżółka nad zatoka"));
    }

    [Fact]
    public void Nothing_is_cut_after_36_Polish_letters()
    {
        var hasher = new BcryptHasher();
        var hash = hasher.HashPassword(Anna, new string('ż', 60) + "a");

        Assert.Equal(PasswordVerificationResult.Failed, hasher.VerifyHashedPassword(Anna, hash, new string('ż', 60) + "b"));
    }

    /// <summary>Of the password "stare haslo 2024", as bcrypt of other makers wrote it.</summary>
    [Theory]
    [InlineData("$2a$")]
    [InlineData("$2b$")]
    [InlineData("$2y$")]
    public void Hashes_of_the_former_application_open_once_and_ask_to_be_made_anew(string form)
    {
        var old = string.Concat(form, BCrypt.Net.BCrypt.HashPassword("stare haslo 2024", 4).AsSpan(4));

        Assert.Equal(PasswordVerificationResult.SuccessRehashNeeded, new BcryptHasher().VerifyHashedPassword(Anna, old, "stare haslo 2024"));
        Assert.Equal(PasswordVerificationResult.Failed, new BcryptHasher().VerifyHashedPassword(Anna, old, "inne"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("sha384:")]
    [InlineData("scrypt:32768:8:1$abc$def")]
    public void A_hash_of_another_kind_opens_nothing(string hash) =>
        Assert.Equal(PasswordVerificationResult.Failed, new BcryptHasher().VerifyHashedPassword(Anna, hash, "cokolwiek"));
}
