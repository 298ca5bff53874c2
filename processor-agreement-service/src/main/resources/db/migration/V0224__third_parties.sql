-- The name of a firm is no personal data; rows of before have it as ciphertext in third_party.
alter table replacement_consent add column third_party_name text;
