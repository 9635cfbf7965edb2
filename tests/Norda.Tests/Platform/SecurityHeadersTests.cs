namespace Norda.Tests.Platform;

public class SecurityHeadersTests(TestApp app) : IClassFixture<TestApp>
{
    private const string ContentPolicy = "Content-Security-Policy";

    [Theory]
    [InlineData("/katalog")]
    [InlineData("/nie-ma-takiej")]
    [InlineData("/theme.css/nie-ma-takiej")]
    public async Task A_document_carries_the_content_policy(string path) => Assert.True((await app.Client().GetAsync(path)).Headers.Contains(ContentPolicy));

    /// <summary>The policies of documents say nothing about it, and the first view would carry them with every file.</summary>
    [Theory]
    [InlineData("/theme.css")]
    [InlineData("/speculation-rules.json")]
    public async Task A_file_of_the_interface_carries_only_its_type(string path)
    {
        var answer = await app.Client().GetAsync(path);

        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.False(answer.Headers.Contains(ContentPolicy));
    }
}
