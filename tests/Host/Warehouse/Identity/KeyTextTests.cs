using System.Security.Cryptography;
using System.Text;
using Merit.Host.Warehouse.Identity;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;

namespace Merit.Host.Tests.Warehouse.Identity;

public sealed class KeyTextTests : IDisposable
{
    private static readonly string Spill = System.IO.Directory.CreateTempSubdirectory("merit-keys").FullName;
    private readonly Session _session = Session.Open(":memory:", new SessionSettings { TempDirectory = Spill });

    [Theory]
    [InlineData(" Li.Wei@Example.COM ", "li.wei@example.com")]
    [InlineData("nobody", null)]
    [InlineData("a b@c", null)]
    [InlineData("@", null)]
    [InlineData("  ", null)]
    [InlineData(null, null)]
    public void Addresses_are_the_same_whatever_capitals_and_blanks(string? given, string? expected) => Assert.Equal(expected, Normal(IdentityKey.Usual("email"), given));

    [Theory]
    [InlineData("+86 138-0013-8000", "86", "8613800138000")]
    [InlineData("138 0013 8000", "86", "8613800138000")]
    [InlineData("0086 138 0013 8000", "86", "8613800138000")]
    [InlineData("8613800138000", "86", "8613800138000")]
    [InlineData("＋８６１３８００１３８０００", "86", "8613800138000")]
    [InlineData("010-6552 9988 转 12", "86", "861065529988")]
    [InlineData("电话：010-6552 9988", "86", "861065529988")]
    [InlineData("(555) 010-7788 ext. 4", "1", "15550107788")]
    [InlineData("1-555-010-7788", "1", "15550107788")]
    [InlineData("+49 (0)30 901820", "49", "4930901820")]
    [InlineData("030 901820", "49", "4930901820")]
    [InlineData("tel: +49 30 901820", "86", "4930901820")]
    [InlineData("030 901820", "", "30901820")]
    [InlineData("0000000000", "86", null)]
    [InlineData("1111111", "", null)]
    [InlineData("12345", "86", null)]
    [InlineData("12345678901234567", "", null)]
    [InlineData("call me", "86", null)]
    [InlineData("", "86", null)]
    public void Numbers_are_the_same_however_they_are_written(string given, string country, string? expected) =>
        Assert.Equal(expected, Normal(IdentityKey.Usual("phone") with { Country = country }, given));

    [Theory]
    [InlineData(" A-7 ", "A-7")]
    [InlineData("a-7", "a-7")]
    [InlineData("NULL", null)]
    [InlineData("未知", null)]
    [InlineData("0", null)]
    public void Ids_are_as_they_stand_but_for_what_means_none(string given, string? expected) => Assert.Equal(expected, Normal(IdentityKey.Usual("crm_id"), given));

    [Theory]
    [InlineData("info@acme.com", true)]
    [InlineData("INFO@acme.com", true)]
    [InlineData("sales@partner.org", true)]
    [InlineData("a_b@acme.com", false)]
    [InlineData("info@acme.com.cn", false)]
    public void What_is_named_joins_nobody(string given, bool barred)
    {
        var key = IdentityKey.Usual("email") with { Never = [" Info@Acme.com", "*@Partner.org", "a%b@*"] };
        var text = new KeyText(key, hashed: false);
        Assert.Equal(barred, _session.Scalar<bool>($"SELECT {text.Barred("v")} FROM (SELECT {text.Normal("$1::VARCHAR")} AS v)", given));
        var kept = Hash(key, given);
        Assert.Equal(barred, _session.Scalar<bool>($"SELECT {new KeyText(key, hashed: true).Barred("$1::VARCHAR")}", kept));
    }

    [Theory]
    [InlineData("a short secret..")]
    [InlineData("a secret that is longer than the sixty-four bytes that one block of the hash takes, by a good deal")]
    public void Hashes_are_HMAC_SHA_256_of_the_normal_value(string secret)
    {
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), "李@example.com"u8));
        Assert.Equal(expected, _session.Scalar<string>($"SELECT {new KeyText(IdentityKey.Usual("email"), hashed: false).Hash("$1::VARCHAR", new KeyedHash(secret))}", " 李@Example.com"));
        Assert.Equal(expected, new KeyedHash(secret).Of("李@example.com"));
    }

    [Fact]
    public void Of_what_is_no_address_only_a_hash_is_kept_which_joins_nobody()
    {
        Assert.StartsWith("-", Hash(IdentityKey.Usual("email"), "Li Wei"), StringComparison.Ordinal);
        Assert.Null(Hash(IdentityKey.Usual("email"), "  "));
    }

    [Theory]
    [InlineData("email", "li.wei@example.com", "l…@example.com")]
    [InlineData("phone", "8613800138000", "…000")]
    [InlineData("crm_id", "0017Q00000abc", "001…")]
    public void Shown_is_enough_to_know_it_by(string key, string value, string shown) =>
        Assert.Equal(shown, _session.Scalar<string>($"SELECT {new KeyText(IdentityKey.Usual(key), hashed: false).Masked("$1::VARCHAR")}", value));

    public void Dispose() => _session.Dispose();

    private string? Normal(IdentityKey key, string? given) => _session.Scalar<string>($"SELECT {new KeyText(key, hashed: false).Normal("$1::VARCHAR")}", given);

    private string? Hash(IdentityKey key, string given) => _session.Scalar<string>($"SELECT {new KeyText(key, hashed: false).Hash("$1::VARCHAR", new KeyedHash("0123456789abcdef"))}", given);
}
