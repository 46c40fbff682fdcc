"""A short text in an envelope that only the holder of a certificate's private key can open.

The envelope is CMS (RFC 5652) with AES-256, in the text form that both `openssl cms -decrypt` and PowerShell's
`Unprotect-CmsMessage` read.
"""

from __future__ import annotations

import base64
import textwrap

from cryptography import x509
from cryptography.hazmat.primitives.ciphers import algorithms
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7

_PEM = b"-----BEGIN CERTIFICATE-----"


class CertificateError(ValueError):
    """`code` says what is wrong: "unreadable", "kind" for a key that nothing can be encrypted to, "private"."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def enveloped(text: str, certificate: bytes) -> str:
    """The text, encrypted to a certificate in DER or PEM. Raises CertificateError."""
    if b"PRIVATE KEY-----" in certificate:
        raise CertificateError("private")
    try:
        is_text = _PEM in certificate
        read = x509.load_pem_x509_certificate(certificate) if is_text else x509.load_der_x509_certificate(certificate)
        builder = pkcs7.PKCS7EnvelopeBuilder().set_data(text.encode()).add_recipient(read)
    except ValueError:
        raise CertificateError("unreadable") from None
    except TypeError:
        raise CertificateError("kind") from None
    made = builder.set_content_encryption_algorithm(algorithms.AES256).encrypt(
        Encoding.DER, [pkcs7.PKCS7Options.Binary]
    )
    lines = "\n".join(textwrap.wrap(base64.b64encode(made).decode(), 64))
    return f"-----BEGIN CMS-----\n{lines}\n-----END CMS-----\n"
